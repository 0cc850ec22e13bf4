import type { Metadata } from "next";
import { CatalogActions } from "#components/catalog/catalog-actions.tsx";
import { catalogColumns } from "#components/catalog/catalog-columns.tsx";
import { CatalogEmpty } from "#components/catalog/catalog-empty.tsx";
import { CatalogHead } from "#components/catalog/catalog-head.tsx";
import { CatalogRows } from "#components/catalog/catalog-rows.tsx";
import { type CatalogParameters, exactAsk, unfoldSearch } from "#components/catalog/catalog-search.ts";
import { ColumnMenu } from "#components/catalog/columns/column-menu.tsx";
import { propertyTitles } from "#components/catalog/group-words.ts";
import { stateOf } from "#components/catalog/views/view-state.ts";
import { ViewTabs } from "#components/catalog/views/view-tabs.tsx";
import { shownColumns } from "#components/patterns/data-table/build-table.ts";
import { ExactCounts } from "#components/patterns/exact-counts.tsx";
import { Page } from "#components/patterns/page.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import * as words from "#components/words/pages/catalog.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { updateEntity } from "../edit/[blueprint]/[...identifier]/mutations.ts";
import { tableViewsOf } from "../table-view.ts";
import { createView, deleteView, restoreView, updateView } from "./mutations.ts";
import { readCatalog } from "./read-catalog.ts";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<CatalogParameters> };

export const metadata: Metadata = { title: words.catalog };

export default async function CatalogPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const parameters = await searchParams;
  const org = ctx.org.slug;
  const found = await readCatalog(ctx, parameters, await tableViewsOf("catalog", parameters));
  const { kinds, kind, search, list, groups, mistake, levels, saved, problems, view, members } = found;
  const mayImport = ctx.can("catalog:import");
  const state = stateOf(parameters, search.blueprint);
  const levelTitle = levels[0]?.title ?? null;
  const columns = catalogColumns({ org, levels: new Map(), levelTitle, search, save: null, ...members });
  return (
    <>
      <TopBar
        items={
          kind === undefined
            ? [{ label: words.catalog }]
            : [{ label: words.catalog, href: `/${org}/catalog` }, { label: kind.pluralTitle }]
        }
      />
      <LiveRefresh topics={["entity.changed", "entity.deleted", "view.changed", "scorecard.reevaluated"]} />
      {kinds.length === 0 ? (
        <Page>
          <CatalogEmpty org={org} origin={appOrigin()} mayImport={mayImport} />
        </Page>
      ) : (
        <Page flush>
          <ExactCounts ask={exactAsk(org, unfoldSearch(search), list)}>
            <CatalogHead
              org={org}
              kinds={kinds}
              search={search}
              parameters={parameters}
              list={list}
              isKindGone={kind === undefined && search.blueprint !== undefined}
              mistake={mistake}
              views={
                <ViewTabs
                  org={org}
                  noun={kind?.pluralTitle ?? words.everything}
                  views={saved.items}
                  teams={saved.teams}
                  currentId={search.view}
                  state={state}
                  problems={problems}
                  parameters={parameters}
                  kept={view.columns === null ? state : { ...state, columns: view.columns }}
                  mayShare={ctx.can("view:share")}
                  mayPublish={ctx.can("view:publish")}
                  mutations={{
                    create: createView.bind(null, org),
                    update: updateView.bind(null, org),
                    remove: deleteView.bind(null, org),
                    restore: restoreView.bind(null, org),
                  }}
                />
              }
              viewMenu={<ColumnMenu org={org} kind={kind} {...members} columns={columns} view={view} />}
              titles={propertyTitles(members.definition)}
              actions={
                <CatalogActions
                  org={org}
                  kind={kind?.identifier}
                  search={search}
                  columns={shownColumns(columns, view)}
                  mayWrite={ctx.can("entity:write")}
                  mayImport={mayImport}
                />
              }
            />
            <CatalogRows
              org={org}
              kind={kind}
              list={list}
              groups={groups}
              levels={levels}
              near={found.near}
              undecided={found.undecided}
              search={search}
              parameters={parameters}
              view={view}
              save={ctx.can("entity:write") ? updateEntity.bind(null, org) : null}
              {...members}
            />
          </ExactCounts>
        </Page>
      )}
    </>
  );
}
