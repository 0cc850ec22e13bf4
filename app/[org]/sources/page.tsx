import { Import } from "lucide-react";
import type { Metadata } from "next";
import { ImportsTable } from "#components/ingestion/imports-table.tsx";
import { SourcesEmpty } from "#components/ingestion/sources-empty.tsx";
import { SourcesTable } from "#components/ingestion/sources-table.tsx";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { countText, numberText } from "#components/words/format.ts";
import { listSources } from "#lib/catalog/sources/list-sources.ts";
import { listImports } from "#lib/ingestion/imports/list-imports.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { pageContext } from "#lib/web/page-context.ts";

type Search = { page?: string | undefined; cursor?: string | undefined };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const { page, cursor } = await searchParams;
  const read = (given: Search) =>
    readTransaction(ctx, (tx) =>
      Promise.all([
        listSources.call(ctx, given.page === undefined ? {} : { page: given.page }, tx),
        listImports.call(ctx, { limit: 20, ...(given.cursor === undefined ? {} : { cursor: given.cursor }) }, tx),
      ]),
    );
  // An address with a page that cannot be shows the first one.
  const [sources, imports] = await read({ page, cursor }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "invalid") return read({});
    throw error;
  });
  const org = ctx.org.slug;
  const href = `/${org}/sources`;
  const mayImport = ctx.can("catalog:import");
  const isEmpty = sources.total === 0 && imports.items.length === 0;
  const entityCount = sources.items.reduce((sum, source) => sum + source.entityCount, 0);
  return (
    <>
      <TopBar items={[{ label: "Sources" }]} />
      <LiveRefresh topics={["catalog.imported"]} />
      <Page>
        {isEmpty ? (
          <SourcesEmpty org={org} mayImport={mayImport} />
        ) : (
          <>
            <PageHeader
              title={
                sources.total > sources.items.length
                  ? countText(sources.total, { one: "source", many: "sources" })
                  : `${countText(entityCount, { one: "entity", many: "entities" })} from ${countText(sources.total, { one: "source", many: "sources" })}`
              }
              sub="Where the catalog comes from. An entity counts for the source that described it last."
              actions={
                mayImport ? (
                  <Button variant="primary" icon={<Import aria-hidden />} href={`${href}/import`} aria-keyshortcuts="c">
                    Import
                  </Button>
                ) : (
                  <>
                    <span id="who-may-import" className="phone:!h-auto text-12 text-text-3">
                      Members and admins may import
                    </span>
                    <Button icon={<Import aria-hidden />} disabled aria-describedby="who-may-import">
                      Import
                    </Button>
                  </>
                )
              }
            />
            <Section title="Sources" count={numberText(sources.total)}>
              <SourcesTable org={org} list={sources} mayImport={mayImport} />
            </Section>
            <Section title={cursor === undefined ? "Recent imports" : "Earlier imports"}>
              {imports.items.length === 0 ? (
                <p className="text-text-2">
                  Nothing was imported from descriptors yet; the entities came through actions, the API or demo data.
                </p>
              ) : (
                <ImportsTable
                  org={org}
                  imports={imports.items}
                  previousHref={cursor === undefined ? undefined : href}
                  nextHref={imports.nextCursor === null ? undefined : `${href}?cursor=${imports.nextCursor}`}
                />
              )}
            </Section>
          </>
        )}
      </Page>
    </>
  );
}
