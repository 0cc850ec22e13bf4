import { placeOf } from "#components/actions/runs/run-steps.ts";
import { buildTable, type ColumnDefinition, type SortDirection } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { RunStatus } from "#components/patterns/run-status.tsx";
import { Button } from "#components/ui/button.tsx";
import { RotateCcw } from "#components/ui/icons.tsx";
import { Link } from "#components/ui/link.tsx";
import { Road } from "#components/ui/road.tsx";
import * as words from "#components/words/actions/runs/runs-table.ts";
import { elapsedText } from "#components/words/units.ts";
import type { RunSummary } from "#lib/actions/runs/schema.ts";

export type RunsTableProps = {
  org: string;
  runs: RunSummary[];
  view: TableView;
  paging: TablePaging;
  sort: { column: string; direction: SortDirection; hrefFor: (column: string, direction: SortDirection) => string };
  isFiltered: boolean;
};

/** Runs: where each stands and how far it came. */
export function RunsTable({ org, runs, view, paging, sort, isFiltered }: RunsTableProps) {
  const { columns, rows } = buildTable<RunSummary>({
    columns: runColumns(org),
    rows: runs,
    rowId: (run) => run.id,
    rowName: (run) => `#${run.number} ${run.title}`,
    rowHref: (run) => `/${org}/runs/${run.number}`,
    view,
    sort,
  });
  return (
    <DataTable
      label={words.runs}
      columns={columns}
      rows={rows}
      density={view.density}
      foot={{ hints: true }}
      paging={paging}
      empty={
        isFiltered ? (
          <EmptyState
            icon={<RotateCcw aria-hidden />}
            title={words.noRunMatches}
            actions={<Button href={`/${org}/runs`}>{words.showAllRuns}</Button>}
          >
            {words.theFilterAboveLeavesNone}
          </EmptyState>
        ) : (
          <EmptyState
            icon={<RotateCcw aria-hidden />}
            title={words.nothingWasRunYet}
            actions={<Button href={`/${org}/actions`}>{words.seeTheActions}</Button>}
          >
            {words.nothingWasRunYetText}
          </EmptyState>
        )
      }
    />
  );
}

/** The columns in their order; those that say more are there for who asks. */
export function runColumns(org: string): ColumnDefinition<RunSummary>[] {
  return [
    {
      id: "title",
      header: words.run,
      sortable: true,
      cell: (run) => (
        <span className="flex min-w-0 items-baseline gap-2 phone:max-w-[56vw] phone:whitespace-normal">
          <span className="numeric flex-none text-text-3">#{run.number}</span>
          <Link href={`/${org}/runs/${run.number}`} className="font-550 [overflow-wrap:anywhere] hover:underline">
            {run.title}
          </Link>
        </span>
      ),
    },
    { id: "status", header: words.status, cell: (run) => <RunStatus status={run.status} detail={placeOf(run)} /> },
    {
      id: "steps",
      header: words.steps,
      phone: false,
      width: "120px",
      cell: (run) => (
        <Road total={run.stepCount} done={run.stepsDone} label={words.ofSteps(run.stepsDone, run.stepCount)} />
      ),
    },
    {
      id: "action",
      header: words.action,
      phone: false,
      isExtra: true,
      cell: (run) => (
        <Link href={`/${org}/actions/${run.action.identifier}`} className="hover:underline">
          {run.action.title}
        </Link>
      ),
    },
    { id: "startedBy", header: words.startedBy, sortable: true, phone: false, cell: (run) => run.startedBy.name },
    {
      id: "createdAt",
      header: words.started,
      sortable: true,
      startsDescending: true,
      phone: false,
      cell: (run) => <RelativeTime at={run.createdAt} style="long" />,
    },
    {
      id: "took",
      header: words.took,
      sortable: true,
      startsDescending: true,
      phone: false,
      align: "end",
      cell: (run) =>
        run.startedAt !== null && run.finishedAt !== null ? (
          elapsedText(Date.parse(run.finishedAt) - Date.parse(run.startedAt))
        ) : (
          <span className="text-text-3">–</span>
        ),
    },
    {
      id: "error",
      header: words.whatWentWrong,
      isExtra: true,
      wrap: true,
      phone: false,
      cell: (run) => <span className="line-clamp-2 text-text-2">{run.error ?? ""}</span>,
    },
  ];
}
