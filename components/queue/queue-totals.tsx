import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import * as words from "#components/words/queue/queue-totals.ts";
import type { jobStates } from "#lib/kernel/jobs/schema.ts";

type State = (typeof jobStates)[number];
export type JobTotal = { job: string; state: State; count: number; oldestSeconds: number };

const columns: { state: State; label: string; tone: "neutral" | "ok" | "warn" | "bad" }[] = [
  { state: "running", label: words.running, tone: "ok" },
  { state: "waiting", label: words.waiting, tone: "neutral" },
  { state: "scheduled", label: words.later, tone: "neutral" },
  { state: "failed", label: words.triedAgain, tone: "warn" },
  { state: "dead", label: words.dead, tone: "bad" },
];

/** How much there is of each job, and how long the oldest has been due. */
export function QueueTotals({ totals }: { totals: JobTotal[] }) {
  const jobs = [...new Set(totals.map(({ job }) => job))];
  return (
    <Panel>
      <Table label={words.jobsByKind}>
        <TableHead>
          <TableHeader>{words.job}</TableHeader>
          {columns.map(({ state, label }) => (
            <TableHeader key={state} end>
              {label}
            </TableHeader>
          ))}
          <TableHeader end>{words.oldestDueFor}</TableHeader>
        </TableHead>
        <TableBody>
          {jobs.map((job) => {
            const own = totals.filter((total) => total.job === job);
            const due = own.filter(({ state }) => state === "waiting" || state === "failed");
            return (
              <TableRow key={job}>
                <TableCell strong>{job}</TableCell>
                {columns.map(({ state, tone }) => {
                  const count = own.find((total) => total.state === state)?.count ?? 0;
                  return (
                    <TableCell key={state} end>
                      {count === 0 ? <span className="text-text-3">0</span> : <Pill tone={tone}>{String(count)}</Pill>}
                    </TableCell>
                  );
                })}
                <TableCell end>
                  {due.length === 0
                    ? words.nothingDue
                    : formatAge(Math.max(...due.map((total) => total.oldestSeconds)))}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Panel>
  );
}

function formatAge(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return seconds < 3600 ? words.minutes(Math.round(seconds / 60)) : `${Math.round(seconds / 3600)} h`;
}
