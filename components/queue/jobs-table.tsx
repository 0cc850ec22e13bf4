import type { ReactNode } from "react";
import { buildTable, type ColumnDefinition } from "#components/patterns/data-table/build-table.ts";
import { DataTable } from "#components/patterns/data-table/data-table.tsx";
import type { TablePaging } from "#components/patterns/data-table/table-foot.tsx";
import type { TableView } from "#components/patterns/data-table/table-view.ts";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import type { FilterField } from "#components/patterns/filter-bar/filter-shape.ts";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { JobButtons } from "#components/queue/job-buttons.tsx";
import { Pill } from "#components/ui/pill.tsx";
import * as words from "#components/words/queue/jobs-table.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";
import type { QueuedJob } from "#lib/kernel/jobs/schema.ts";

type Deed = () => Promise<MutationResult>;
type Props = {
  /** Whether there is nothing on the queue at all, whatever the filter. */
  isQueueEmpty: boolean;
  jobs: QueuedJob[];
  view: TableView;
  paging: TablePaging;
  /** Binds the deeds to one job; functions of the server cannot be bound in the browser. */
  deedsOf: (id: string) => { retry: Deed; discard: Deed };
  bulk: ReactNode;
};

const stateWords = {
  running: ["ok", "running"],
  waiting: ["neutral", "waiting"],
  scheduled: ["neutral", "later"],
  failed: ["warn", words.triedAgain],
  dead: ["bad", "dead"],
} as const;

/** Jobs on the queue, the ones that need somebody first. */
export function JobsTable({ isQueueEmpty, jobs, view, paging, deedsOf, bulk }: Props) {
  const { columns, rows } = buildTable<QueuedJob>({
    columns: [...jobColumns, buttons(deedsOf)],
    rows: jobs,
    rowId: (job) => job.id,
    rowName: (job) => `${job.job} ${job.id}`,
    view,
  });
  return (
    <DataTable
      framed
      label={words.jobsOnTheQueue}
      columns={columns}
      rows={rows}
      density={view.density}
      foot={{ hints: true }}
      paging={paging}
      selectionActions={bulk}
      empty={
        isQueueEmpty ? (
          <EmptyState size="panel" title={words.nothingOnTheQueue}>
            {words.everythingThatWasAsked}
          </EmptyState>
        ) : (
          <EmptyState size="panel" title={words.noJobMatches}>
            {words.theFilterAboveLeavesNone}
          </EmptyState>
        )
      }
    />
  );
}

export const jobColumns: ColumnDefinition<QueuedJob>[] = [
  { id: "job", header: words.job, cell: (job) => <b className="font-550">{job.job}</b> },
  {
    id: "state",
    header: words.state,
    cell: (job) => {
      const [tone, word] = stateWords[job.state];
      return <Pill tone={tone}>{word}</Pill>;
    },
  },
  { id: "attempts", header: words.attempts, align: "end", phone: false, cell: (job) => job.attempts },
  { id: "crashes", header: words.crashes, align: "end", isExtra: true, phone: false, cell: (job) => job.crashes },
  {
    id: "createdAt",
    header: words.askedFor,
    phone: false,
    cell: (job) => <RelativeTime at={job.createdAt} style="long" />,
  },
  {
    id: "runAt",
    header: words.due,
    isExtra: true,
    phone: false,
    cell: (job) => <RelativeTime at={job.runAt} style="long" />,
  },
  {
    id: "error",
    header: words.whatWentWrong,
    wrap: true,
    cell: (job) => (
      <span className="block min-w-40 text-text-2">
        {job.error ?? (job.worker === null ? words.nothing : words.nothingRunBy(job.worker))}
      </span>
    ),
  },
];

/** What the jobs are narrowed by. `jobs` are the kinds that are on the queue. */
export function jobFields(jobs: string[]): FilterField[] {
  return [
    {
      id: "state",
      label: words.state,
      kind: "choice",
      options: Object.entries(stateWords).map(([value, [, label]]) => ({ value, label })),
      operators: [{ label: words.is, param: "state" }],
    },
    {
      id: "job",
      label: words.job,
      kind: "choice",
      options: jobs.map((job) => ({ value: job, label: job })),
      operators: [{ label: words.is, param: "job" }],
    },
  ];
}

function buttons(deedsOf: Props["deedsOf"]): ColumnDefinition<QueuedJob> {
  return {
    id: "buttons",
    header: words.whatCanBeDone,
    isHeaderHidden: true,
    isFixed: true,
    align: "end",
    cell: (job) =>
      job.state === "dead" || job.state === "failed" ? <JobButtons job={job.job} {...deedsOf(job.id)} /> : null,
  };
}
