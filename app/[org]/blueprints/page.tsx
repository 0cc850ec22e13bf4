import { kindsHref } from "#components/catalog/blueprints/kind-href.ts";
import { KindsTable } from "#components/catalog/blueprints/kinds-table.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Plus } from "#components/ui/icons.tsx";
import * as words from "#components/words/pages/blueprints.ts";
import { listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import { listKinds } from "#lib/catalog/blueprints/list-kinds.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { pageContext } from "#lib/web/page-context.ts";

export const metadata = { title: words.blueprints };

export default async function BlueprintsPage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const org = ctx.org.slug;
  const [{ items }, counted] = await readTransaction(ctx, (tx) =>
    Promise.all([listKinds.call(ctx, {}, tx), listBlueprints.call(ctx, {}, tx)]),
  );
  const counts = new Map(counted.items.map(({ identifier, entityCount }) => [identifier, entityCount]));
  const kinds = items.map((kind) => ({ ...kind, entityCount: counts.get(kind.identifier) ?? 0 }));
  const undescribed = kinds.filter(({ origin }) => origin === "imported").length;
  return (
    <>
      <TopBar items={[{ label: words.catalog, href: `/${org}/catalog` }, { label: words.blueprints }]} />
      <LiveRefresh topics={["blueprint.changed"]} />
      <Page>
        <PageHeader
          title={words.sentence(kinds.length, undescribed)}
          sub={words.sub}
          actions={
            ctx.can("blueprint:write") ? (
              <Button
                variant="primary"
                icon={<Plus aria-hidden />}
                href={`${kindsHref(org)}/new`}
                aria-keyshortcuts="c"
              >
                {words.newKind}
              </Button>
            ) : undefined
          }
        />
        <KindsTable org={org} kinds={kinds} />
      </Page>
    </>
  );
}
