import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CatalogEmpty } from "#components/catalog/catalog-empty.tsx";
import { CatalogHead } from "#components/catalog/catalog-head.tsx";
import { CatalogRows } from "#components/catalog/catalog-rows.tsx";
import {
  type CatalogParameters,
  groupsInput,
  listInput,
  readCatalogSearch,
} from "#components/catalog/catalog-search.ts";
import { catalogColumns } from "#components/catalog/catalog-table.tsx";
import { completeHref, stateOf } from "#components/catalog/views/view-state.ts";
import { ViewTabs } from "#components/catalog/views/view-tabs.tsx";
import { tableMenu } from "#components/patterns/data-table/build-table.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { Page } from "#components/patterns/page.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import { listEntities } from "#lib/catalog/entities/list-entities.ts";
import { listGroups } from "#lib/catalog/entities/list-groups.ts";
import { listViews } from "#lib/catalog/views/list-views.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { pageContext } from "#lib/web/page-context.ts";
import { tableViewOf } from "../table-view.ts";
import { createView, deleteView, updateView } from "./mutations.ts";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<CatalogParameters> };

export const metadata: Metadata = { title: "Catalog" };

export default async function CatalogPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const parameters = await searchParams;
  const view = await tableViewOf("catalog", parameters);
  const org = ctx.org.slug;
  const { kinds, search, list, groups, problem, levels, saved } = await readTransaction(ctx, async (tx) => {
    const [{ items }, saved] = await Promise.all([listBlueprints.call(ctx, {}, tx), listViews.call(ctx, {}, tx)]);
    const kinds = items.filter((kind) => kind.entityCount > 0);
    const search = readCatalogSearch(parameters, kinds[0]?.identifier);
    const whole = completeHref(org, parameters, saved.items, search.blueprint);
    if (whole !== undefined) redirect(whole);
    const found = { kinds, search, saved, list: null, groups: null, problem: null, levels: [] };
    if (kinds.length === 0) return found;
    try {
      const { group } = search;
      const [list, groups] = await Promise.all([
        listEntities.call(ctx, listInput(search, view.rows), tx),
        group === undefined ? null : listGroups.call(ctx, groupsInput(search, group), tx),
      ]);
      const items = groups === null ? list.items : groups.groups.flatMap((opened) => opened.items ?? []);
      const entityIds = items.map((item) => item.id);
      const { levels } = entityIds.length === 0 ? { levels: [] } : await listEntityLevels.call(ctx, { entityIds }, tx);
      return { ...found, list, groups, levels };
    } catch (error) {
      // A query that cannot be read is said beside the query, not instead of the page.
      if (error instanceof AppError && error.code === "invalid") {
        return { ...found, problem: error.fields[0]?.message ?? error.message };
      }
      throw error;
    }
  });
  const mayImport = ctx.can("catalog:import");
  const kind = kinds.find((candidate) => candidate.identifier === search.blueprint);
  const state = stateOf(parameters, search.blueprint);
  const columns = catalogColumns({ org, levels: new Map(), levelTitle: levels[0]?.title ?? null, search });
  return (
    <>
      <TopBar
        items={
          kind === undefined
            ? [{ label: "Catalog" }]
            : [{ label: "Catalog", href: `/${org}/catalog` }, { label: kind.pluralTitle }]
        }
      />
      <LiveRefresh topics={["entity.changed", "view.changed"]} />
      {kinds.length === 0 ? (
        <Page>
          <CatalogEmpty org={org} origin={appOrigin()} mayImport={mayImport} />
        </Page>
      ) : (
        <Page flush>
          <CatalogHead
            org={org}
            kinds={kinds}
            search={search}
            parameters={parameters}
            list={list}
            problem={problem}
            views={
              <ViewTabs
                org={org}
                noun={kind?.pluralTitle ?? "Everything"}
                views={saved.items}
                teams={saved.teams}
                currentId={search.view}
                state={state}
                kept={view.columns === null ? state : { ...state, columns: view.columns }}
                mayShare={ctx.can("view:share")}
                mayPublish={ctx.can("view:publish")}
                mutations={{
                  create: createView.bind(null, org),
                  update: updateView.bind(null, org),
                  remove: deleteView.bind(null, org),
                }}
              />
            }
            viewMenu={<ViewMenu menu={tableMenu(columns, view)} className="!h-9" />}
            actions={
              mayImport ? (
                <Button variant="primary" icon={<Plus aria-hidden />} href={`/${org}/sources/import`}>
                  Import
                </Button>
              ) : undefined
            }
          />
          <CatalogRows
            org={org}
            kind={kind}
            list={list}
            groups={groups}
            levels={levels}
            search={search}
            parameters={parameters}
            view={view}
            savedViews={saved.items}
          />
        </Page>
      )}
    </>
  );
}
