import type { Metadata } from "next";
import { ImportButton } from "#components/ingestion/import-button.tsx";
import { ImportsTable, importMenu } from "#components/ingestion/imports-table.tsx";
import { SourcesEmpty } from "#components/ingestion/sources-empty.tsx";
import { SourcesTable, sourceMenu } from "#components/ingestion/sources-table.tsx";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { type ListParameters, listHref } from "#components/patterns/list-href.ts";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { Section } from "#components/patterns/section.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { countText, numberText } from "#components/words/format.ts";
import * as words from "#components/words/pages/sources.ts";
import { listSources } from "#lib/catalog/sources/list-sources.ts";
import { listImports } from "#lib/ingestion/imports/list-imports.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { tableViewOf, textOf } from "../table-view.ts";
import { setPrecedence } from "./mutations.ts";

type Search = { page?: string | undefined; cursor?: string | undefined };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<ListParameters> };

export const metadata: Metadata = { title: words.sources };

export default async function SourcesPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const [page, cursor] = [textOf(search, "page"), textOf(search, "imports-cursor")];
  const views = {
    sources: await tableViewOf("sources", search),
    imports: await tableViewOf("imports", search, "imports-"),
  };
  const read = (given: Search) =>
    readTransaction(ctx, (tx) =>
      Promise.all([
        listSources.call(ctx, { limit: views.sources.rows, page: given.page }, tx),
        listImports.call(ctx, { limit: views.imports.rows, cursor: given.cursor }, tx),
      ]),
    );
  // An address with a page that cannot be shows the first one.
  const [sources, imports] = await read({ page, cursor }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "invalid") return read({});
    throw error;
  });
  const org = ctx.org.slug;
  const href = `/${org}/sources`;
  const pageHref = (number: number) => listHref(href, search, { page: number === 1 ? undefined : String(number) });
  const importsHref = (next: string | undefined) => listHref(href, search, { "imports-cursor": next });
  const mayImport = ctx.can("catalog:import");
  const isEmpty = sources.total === 0 && imports.items.length === 0;
  const entityCount = sources.items.reduce((sum, source) => sum + source.entityCount, 0);
  return (
    <>
      <TopBar items={[{ label: words.sources }]} />
      <LiveRefresh topics={["catalog.imported", "source.changed"]} />
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
              actions={<ImportButton href={`${href}/import`} mayImport={mayImport} />}
            />
            <Section
              title={words.sources}
              count={numberText(sources.total)}
              more={<ViewMenu menu={sourceMenu(views.sources)} className="!h-[26px] !text-12" />}
            >
              <SourcesTable
                org={org}
                list={sources}
                mayImport={mayImport}
                setPrecedence={ctx.can("source:write") ? setPrecedence.bind(null, org) : null}
                view={views.sources}
                hrefOf={pageHref}
              />
            </Section>
            <Section
              title={cursor === undefined ? words.recentImports : words.earlierImports}
              more={<ViewMenu menu={importMenu(views.imports)} className="!h-[26px] !text-12" />}
            >
              {imports.items.length === 0 ? (
                <p className="text-text-2">{words.nothingWasImportedFromDescriptors}</p>
              ) : (
                <ImportsTable
                  org={org}
                  imports={imports.items}
                  view={views.imports}
                  previousHref={cursor === undefined ? undefined : importsHref(undefined)}
                  nextHref={imports.nextCursor === null ? undefined : importsHref(imports.nextCursor)}
                />
              )}
            </Section>
          </>
        )}
      </Page>
    </>
  );
}
