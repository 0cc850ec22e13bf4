import { notFound } from "next/navigation";
import { emptyDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import { BlueprintEditor } from "#components/catalog/blueprints/blueprint-editor.tsx";
import { kindsHref } from "#components/catalog/blueprints/kind-href.ts";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import * as words from "#components/words/pages/blueprints/new.ts";
import { listKinds } from "#lib/catalog/blueprints/list-kinds.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { createBlueprint } from "../mutations.ts";

export const metadata = { title: words.newKind };

export default async function NewBlueprintPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  if (!ctx.can("blueprint:write")) notFound();
  const { items } = await listKinds.call(ctx, {});
  const org = ctx.org.slug;
  return (
    <>
      <TopBar
        items={[
          { label: words.catalog, href: `/${org}/catalog` },
          { label: words.blueprints, href: kindsHref(org) },
          { label: words.newKind },
        ]}
      />
      <PageHeader flush title={words.title} sub={words.sub} className="!pb-0" />
      <BlueprintEditor
        org={org}
        start={emptyDraft}
        kinds={items.map(({ identifier, title }) => ({ value: identifier, label: title }))}
        create={createBlueprint.bind(null, org)}
      />
    </>
  );
}
