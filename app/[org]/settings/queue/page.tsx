import { EmptyState } from "#components/patterns/empty-state.tsx";
import { RelativeTime } from "#components/patterns/relative-time.tsx";
import { Section } from "#components/patterns/section.tsx";
import { JobButtons } from "#components/queue/job-buttons.tsx";
import { QueueRefresh } from "#components/queue/queue-refresh.tsx";
import { QueueTotals } from "#components/queue/queue-totals.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { listJobs } from "#lib/kernel/jobs/list-jobs.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { discardJob, retryJob } from "./mutations.ts";

export const metadata = { title: "Queue" };

const stateWords = {
  running: ["ok", "running"],
  waiting: ["neutral", "waiting"],
  scheduled: ["neutral", "later"],
  failed: ["warn", "tried again"],
  dead: ["bad", "dead"],
} as const;

export default async function QueuePage({ params }: { params: Promise<{ org: string }> }) {
  const ctx = await pageContext((await params).org);
  const { totals, items } = await orNotFound(listJobs.call(ctx, {}));
  const org = ctx.org.slug;
  return (
    <>
      <LiveRefresh topics={["job.retried", "job.discarded", "run.updated"]} />
      <QueueRefresh everyMs={5_000} />
      <Section title="Queue">
        <p className="mb-3 text-text-2">
          Work that workers do in the background. A job that fails is tried again by itself, after pauses that grow; one
          that is dead waits for you. Jobs that are done leave the queue.
        </p>
        {totals.length === 0 ? (
          <Panel>
            <EmptyState size="panel" title="Nothing on the queue">
              Everything that was asked for is done.
            </EmptyState>
          </Panel>
        ) : (
          <QueueTotals totals={totals} />
        )}
      </Section>
      {items.length === 0 ? null : (
        <Section title="Jobs" count={items.length}>
          <Panel>
            <Table label="Jobs on the queue, the ones that need somebody first">
              <TableHead>
                <TableHeader>Job</TableHeader>
                <TableHeader>State</TableHeader>
                <TableHeader end>Attempts</TableHeader>
                <TableHeader>Asked for</TableHeader>
                <TableHeader>What went wrong</TableHeader>
                <TableHeader end>{""}</TableHeader>
              </TableHead>
              <TableBody>
                {items.map((job) => {
                  const [tone, word] = stateWords[job.state];
                  return (
                    <TableRow key={job.id}>
                      <TableCell strong>{job.job}</TableCell>
                      <TableCell>
                        <Pill tone={tone}>{word}</Pill>
                      </TableCell>
                      <TableCell end>{String(job.attempts)}</TableCell>
                      <TableCell>
                        <RelativeTime at={job.createdAt} style="long" />
                      </TableCell>
                      <TableCell wrap>
                        <span className="text-text-2">
                          {job.error ?? (job.worker === null ? "nothing" : `nothing; run by ${job.worker}`)}
                        </span>
                      </TableCell>
                      <TableCell end>
                        {job.state === "dead" || job.state === "failed" ? (
                          <JobButtons
                            job={job.job}
                            retry={retryJob.bind(null, org, job.id)}
                            discard={discardJob.bind(null, org, job.id)}
                          />
                        ) : null}
                      </TableCell>
                    </TableRow>
                  );
                })}
              </TableBody>
            </Table>
          </Panel>
        </Section>
      )}
    </>
  );
}
