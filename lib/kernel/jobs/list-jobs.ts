import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { jobStates, QueuedJob } from "#lib/kernel/jobs/schema.ts";
import { query } from "#lib/kernel/operation.ts";

const Total = z.object({
  job: z.string(),
  state: z.enum(jobStates),
  count: z.number(),
  oldestSeconds: z.number(),
});

/** The organization's part of the queue: how much there is of each job, and the ones that need somebody first. */
export const listJobs = query({
  name: "job.list",
  permission: "job:read",
  route: { method: "GET", path: "/jobs", summary: "List jobs on the queue" },
  input: z.strictObject({ state: z.enum(jobStates).optional() }),
  output: z.object({ totals: z.array(Total), items: z.array(QueuedJob) }),
  async run({ tx, input }) {
    const [row] = await tx.execute<{
      totals: z.infer<typeof Total>[] | null;
      items: z.infer<typeof QueuedJob>[] | null;
    }>(sql`
      with jobs as materialized (select * from graphile_worker.jobs_of_org())
      select
        (select json_agg(t) from (
          select job, state, count(*)::int as count, greatest(0, extract(epoch from now() - min(run_at)))::float8 as "oldestSeconds"
          from jobs group by 1, 2 order by 1, 2) t) as totals,
        (select json_agg(i) from (
          select id::text, job, state, attempts, crashes, split_part(error, E'\n', 1) as error, ${iso(sql`created_at`)} as "createdAt",
            ${iso(sql`run_at`)} as "runAt", ${iso(sql`started_at`)} as "startedAt", worker
          from jobs where ${input.state ?? null}::text is null or state = ${input.state ?? null}::text
          order by array_position(array['dead', 'failed', 'running', 'waiting', 'scheduled'], state), run_at, jobs.id limit 100) i) as items`);
    return { totals: row?.totals ?? [], items: row?.items ?? [] };
  },
});
