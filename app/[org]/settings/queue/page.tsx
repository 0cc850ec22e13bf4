import { tableMenu } from "#components/patterns/data-table/build-table.ts";
import { ViewMenu } from "#components/patterns/data-table/view-menu.tsx";
import { FilterBar } from "#components/patterns/filter-bar/filter-bar.tsx";
import { type ListParameters, listHref } from "#components/patterns/list-href.ts";
import { Section } from "#components/patterns/section.tsx";
import { JobBulkActions } from "#components/queue/job-bulk-actions.tsx";
import { JobsTable, jobColumns, jobFields } from "#components/queue/jobs-table.tsx";
import { QueueRefresh } from "#components/queue/queue-refresh.tsx";
import { QueueTotals } from "#components/queue/queue-totals.tsx";
import { LiveRefresh } from "#components/shell/live.tsx";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/pages/settings/queue.ts";
import { listJobs } from "#lib/kernel/jobs/list-jobs.ts";
import { jobStates } from "#lib/kernel/jobs/schema.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { tableViewOf } from "../../table-view.ts";
import { discardJob, retryJob } from "./mutations.ts";

export const metadata = { title: words.queue };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<ListParameters> };

export default async function QueuePage({ params, searchParams }: Props) {
  const ctx = await pageContext((await params).org);
  const search = await searchParams;
  const one = (name: string) => (typeof search[name] === "string" && search[name] !== "" ? search[name] : undefined);
  const view = await tableViewOf("queue", search);
  const filter = { state: jobStates.find((state) => state === one("state")), job: one("job"), text: one("text") };
  const { totals, items, matching, before, nextCursor, previousCursor } = await orNotFound(
    listJobs.call(ctx, { ...filter, limit: view.rows, cursor: one("cursor") }),
  );
  const org = ctx.org.slug;
  const to = (cursor: string | null) =>
    cursor === null ? undefined : listHref(`/${org}/settings/queue`, search, { cursor });
  const deeds = { retry: retryJob.bind(null, org), discard: discardJob.bind(null, org) };
  return (
    <>
      <LiveRefresh topics={["job.retried", "job.discarded", "run.updated"]} />
      <QueueRefresh everyMs={5_000} />
      <Section title={words.queue}>
        <p className="mb-3 text-text-2">{words.workThatWorkersDo}</p>
        {totals.length === 0 ? null : <QueueTotals totals={totals} />}
      </Section>
      {/* It stays when the last job goes: how it went with each is told there. */}
      <Section title={words.jobs} count={numberText(matching)}>
        {totals.length === 0 ? null : (
          <div className="mb-3 flex items-start gap-2">
            <FilterBar
              className="flex-1"
              fields={jobFields([...new Set(totals.map(({ job }) => job))])}
              label={words.searchWhatWentWrong}
              placeholder={words.searchWhatWentPlaceholder}
            />
            <ViewMenu menu={tableMenu(jobColumns, view)} className="!h-9" />
          </div>
        )}
        <JobsTable
          isQueueEmpty={totals.length === 0}
          jobs={items}
          view={view}
          paging={{ before, total: matching, previousHref: to(previousCursor), nextHref: to(nextCursor) }}
          deedsOf={(id) => ({ retry: retryJob.bind(null, org, id), discard: discardJob.bind(null, org, id) })}
          bulk={<JobBulkActions org={org} filter={filter} matching={matching} {...deeds} />}
        />
      </Section>
    </>
  );
}
