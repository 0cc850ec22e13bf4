import type { Metadata } from "next";
import { ImportDesk } from "#components/ingestion/import-desk.tsx";
import { startDraft } from "#components/ingestion/import-draft.ts";
import { ImportNotAllowed } from "#components/ingestion/import-not-allowed.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import * as words from "#components/words/pages/sources/import.ts";
import { listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import { pageContext } from "#lib/web/page-context.ts";

const fields = ["kind", "url", "ref", "path"] as const;
type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Partial<Record<(typeof fields)[number], string | string[]>>>;
};

export const metadata: Metadata = { title: words.importLabel };

export default async function ImportPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const org = ctx.org.slug;
  if (!ctx.can("catalog:import")) {
    return (
      <>
        <TopBar items={[{ label: words.sources, href: `/${org}/sources` }, { label: words.importLabel }]} />
        <Page>
          <PageHeader title={words.importIntoTheCatalog} sub={words.importIntoSub} />
          <ImportNotAllowed org={org} orgName={ctx.org.name} />
        </Page>
      </>
    );
  }
  const given = await searchParams;
  const texts = fields.flatMap((field) => (typeof given[field] === "string" ? [[field, given[field]]] : []));
  const { items } = await listBlueprints.call(ctx, {});
  const kinds = items.map(({ identifier, pluralTitle, icon }) => ({ identifier, pluralTitle, icon }));
  return <ImportDesk org={org} kinds={kinds} initial={startDraft(Object.fromEntries(texts))} />;
}
