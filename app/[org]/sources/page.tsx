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
import * as words from "#components/words/pages/sources.ts";
import { listSources } from "#lib/catalog/sources/list-sources.ts";
import { listImports } from "#lib/ingestion/imports/list-imports.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { pageContext } from "#lib/web/page-context.ts";

type Search = { page?: string | undefined; cursor?: string | undefined };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const metadata: Metadata = { title: words.sources };

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
      <TopBar items={[{ label: words.sources }]} />
      <LiveRefresh topics={["catalog.imported"]} />
      <Page>
        {isEmpty ? (
          <SourcesEmpty org={org} mayImport={mayImport} />
        ) : (
          <>
            <PageHeader
              title={
                sources.total > sources.items.length
                  ? countText(sources.total, words.source)
                  : words.entityCountFromTotal(
                      countText(entityCount, words.entity),
                      countText(sources.total, words.source),
                    )
              }
              sub={words.whereTheCatalogComes}
              actions={
                mayImport ? (
                  <Button variant="primary" icon={<Import aria-hidden />} href={`${href}/import`} aria-keyshortcuts="c">
                    {words.importLabel}
                  </Button>
                ) : (
                  <>
                    <span id="who-may-import" className="phone:!h-auto text-12 text-text-3">
                      {words.membersAndAdminsMayImport}
                    </span>
                    <Button icon={<Import aria-hidden />} disabled aria-describedby="who-may-import">
                      {words.importLabel}
                    </Button>
                  </>
                )
              }
            />
            <Section title={words.sources} count={numberText(sources.total)}>
              <SourcesTable org={org} list={sources} mayImport={mayImport} />
            </Section>
            <Section title={cursor === undefined ? words.recentImports : words.earlierImports}>
              {imports.items.length === 0 ? (
                <p className="text-text-2">{words.nothingWasImportedFromDescriptors}</p>
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
