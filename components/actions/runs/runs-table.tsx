import { RotateCcw } from "lucide-react";
import { placeOf } from "#components/actions/runs/run-steps.ts";
import { buildTable } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { RunStatus } from "#components/patterns/run-status.tsx";
import { Button } from "#components/ui/button.tsx";
import { elapsedText } from "#components/ui/elapsed-text.ts";
import { Road } from "#components/ui/road.tsx";
import type { RunSummary } from "#lib/actions/runs/schema.ts";

export type RunsTableProps = {
  org: string;
  runs: RunSummary[];
  total: number;
  page: number;
  pageSize: number;
  isFiltered: boolean;
  hrefOf: (page: number) => string;
};

/** Runs, newest first: where each stands and how far it came. */
export function RunsTable({ org, runs, total, page, pageSize, isFiltered, hrefOf }: RunsTableProps) {
  const first = (page - 1) * pageSize + 1;
  const { columns, rows } = buildTable<RunSummary>({
    rows: runs,
    rowId: (run) => run.id,
    rowName: (run) => `#${run.number} ${run.title}`,
    rowHref: (run) => `/${org}/runs/${run.number}`,
    columns: [
      {
        id: "run",
        header: "Run",
        phone: true,
        cell: (run) => (
          <span className="flex min-w-0 items-baseline gap-2">
            <span className="numeric flex-none text-text-3">#{run.number}</span>
            <a href={`/${org}/runs/${run.number}`} className="font-550 [overflow-wrap:anywhere] hover:underline">
              {run.title}
            </a>
          </span>
        ),
      },
      {
        id: "status",
        header: "Status",
        phone: true,
        cell: (run) => <RunStatus status={run.status} detail={placeOf(run)} />,
      },
      {
        id: "steps",
        phone: false,
        header: "Steps",
        width: "120px",
        cell: (run) => (
          <Road total={run.stepCount} done={run.stepsDone} label={`${run.stepsDone} of ${run.stepCount} steps`} />
        ),
      },
      { id: "by", phone: false, header: "Started by", cell: (run) => run.startedBy.name },
      { id: "at", phone: false, header: "Started", cell: (run) => <RelativeTime at={run.createdAt} style="long" /> },
      {
        id: "took",
        phone: false,
        header: "Took",
        align: "end",
        cell: (run) =>
          run.startedAt !== null && run.finishedAt !== null ? (
            <span className="numeric">{elapsedText(Date.parse(run.finishedAt) - Date.parse(run.startedAt))}</span>
          ) : (
            <span className="text-text-3">–</span>
          ),
      },
    ],
  });
  return (
    <DataTable
      label="Runs"
      columns={columns}
      rows={rows}
      foot={{ hints: true }}
      paging={{
        summary: total === 0 ? undefined : `${first} to ${first + runs.length - 1} of ${total}`,
        previousHref: page > 1 ? hrefOf(page - 1) : undefined,
        nextHref: page * pageSize < total ? hrefOf(page + 1) : undefined,
      }}
      empty={
        isFiltered ? (
          <EmptyState
            icon={<RotateCcw aria-hidden />}
            title="No run matches"
            actions={<Button href={`/${org}/runs`}>Show all runs</Button>}
          >
            The filter above leaves none.
          </EmptyState>
        ) : (
          <EmptyState
            icon={<RotateCcw aria-hidden />}
            title="Nothing was run yet"
            actions={<Button href={`/${org}/actions`}>See the actions</Button>}
          >
            A run appears here the moment somebody starts an action.
          </EmptyState>
        )
      }
    />
  );
}
