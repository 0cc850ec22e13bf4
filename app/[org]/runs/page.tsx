import { RunsTable, runColumns } from "#components/actions/runs/runs-table.tsx";
import { tableMenu } from "#components/patterns/data-table/build-table.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import { listHref } from "#components/patterns/list-href.ts";
import { Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkTabs } from "#components/ui/tabs.tsx";
import * as words from "#components/words/pages/runs.ts";
import { listActions } from "#lib/actions/actions/list-actions.ts";
import { listRuns, runSorts } from "#lib/actions/runs/list-runs.ts";
import { RunStatus } from "#lib/actions/runs/schema.ts";
import { readTransaction } from "#lib/kernel/operation.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { tableViewOf } from "../table-view.ts";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Search> };

export const metadata = { title: words.runs };

export default async function RunsPage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const org = ctx.org.slug;
  const search = await searchParams;
  const one = (name: string) => (typeof search[name] === "string" && search[name] !== "" ? search[name] : undefined);
  const status = RunStatus.safeParse(one("status")).data;
  const filter = { status, action: one("action"), text: one("text"), startedBy: one("startedBy") };
  const view = await tableViewOf("runs", search);
  const sort = runSorts.find((known) => known === one("sort")) ?? "createdAt";
  const direction = one("direction") === "ascending" ? "ascending" : "descending";
  const cursor = one("cursor");
  const [{ runs, total, counts, before, nextCursor, previousCursor }, { actions }] = await orNotFound(
    readTransaction(ctx, (tx) =>
      Promise.all([
        listRuns.call(ctx, { ...filter, sort, direction, limit: view.rows, cursor }, tx),
        listActions.call(ctx, {}, tx),
      ]),
    ),
  );
  const hrefOf = (change: Search) => listHref(`/${org}/runs`, search, change);
  const pageOf = (to: string | null) => (to === null ? undefined : hrefOf({ cursor: to }));
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const busy = counts.queued + counts.running;
  return (
    <>
      <LiveRefresh topics={["run.updated"]} />
      <TopBar items={[{ label: words.runs }]} />
      <Page flush>
        <PageHeader
          flush
          title={
            busy === 0 ? words.nothingIsRunning : busy === 1 ? words.oneRunIsOnItsWay : words.runsAreOnTheirWay(busy)
          }
          sub={words.succeededFailedCancelled(counts.succeeded, counts.failed, counts.cancelled)}
          actions={<Button href={`/${org}/actions`}>{words.actions}</Button>}
        />
        <LinkTabs
          inset
          label={words.runsByStatus}
          items={[
            { label: words.all, href: hrefOf({ status: undefined }), count: all, current: status === undefined },
            ...RunStatus.options.map((option) => ({
              label: `${option.charAt(0).toUpperCase()}${option.slice(1)}`,
              href: hrefOf({ status: option }),
              count: counts[option],
              current: status === option,
            })),
          ]}
        />
        {all > 0 || isFiltered ? (
          <div className="flex items-start gap-2 border-b border-line px-6 py-3 phone:px-4">
            <FilterBar
              className="flex-1"
              fields={fieldsOf(actions)}
              label={words.findARun}
              placeholder={words.findARunPlaceholder}
              matches={{ count: total }}
            />
            <ViewMenu menu={tableMenu(runColumns(org), view)} className="!h-9" />
          </div>
        ) : null}
        <RunsTable
          org={org}
          runs={runs}
          view={view}
          paging={{ before, total, previousHref: pageOf(previousCursor), nextHref: pageOf(nextCursor) }}
          sort={{ column: sort, direction, hrefFor: (column, next) => hrefOf({ sort: column, direction: next }) }}
          isFiltered={isFiltered}
        />
      </Page>
    </>
  );
}

function fieldsOf(actions: { identifier: string; title: string; runCount: number }[]): FilterField[] {
  return [
    {
      id: "action",
      label: words.action,
      kind: "choice",
      options: actions.map(({ identifier, title, runCount }) => ({ value: identifier, label: title, count: runCount })),
      operators: [{ label: words.is, param: "action" }],
    },
    { id: "by", label: words.startedBy, kind: "text", operators: [{ label: words.contains, param: "startedBy" }] },
  ];
}
