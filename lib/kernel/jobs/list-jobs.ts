import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { jobStates, QueuedJob } from "#lib/kernel/jobs/schema.ts";
import { Cursor, type KeyOrder, readKeyset, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

const Total = z.object({
  job: z.string(),
  state: z.enum(jobStates),
  count: z.number(),
  oldestSeconds: z.number(),
});
type Total = z.infer<typeof Total>;
type Row = z.infer<typeof QueuedJob> & { keys: (string | null)[] };

// The ones that need somebody first.
const order: KeyOrder = {
  by: { sql: sql`array_position(array['dead', 'failed', 'running', 'waiting', 'scheduled'], state)`, type: "integer" },
  direction: "ascending",
  ties: [
    { sql: sql`run_at`, type: "timestamptz" },
    { sql: sql`jobs.id`, type: "bigint" },
  ],
};

/** The organization's part of the queue: how much there is of each job, and the ones that need somebody first. */
export const listJobs = query({
  name: "job.list",
  permission: "job:read",
  route: { method: "GET", path: "/jobs", summary: "List jobs on the queue" },
  input: z.strictObject({
    state: z.enum(jobStates).optional(),
    job: z.string().max(100).optional().describe("Only jobs of this kind"),
    text: z.string().trim().max(200).optional().describe("Part of what went wrong"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: z.object({
    /** Of the whole queue, whatever is filtered. */
    totals: z.array(Total),
    items: z.array(QueuedJob),
    /** How many match the filter. */
    matching: z.number(),
    before: z.number(),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
  }),
  async run({ tx, input }) {
    const { state, job, text, cursor, limit } = input;
    const keyset = readKeyset(order, cursor);
    const filter = sql`(${state ?? null}::text is null or state = ${state ?? null}::text)
      and (${job ?? null}::text is null or job = ${job ?? null}::text)
      and (${text ?? null}::text is null or strpos(lower(error), lower(${text ?? ""})) > 0)`;
    const [row] = await tx.execute<{ totals: Total[] | null; items: Row[] | null; matching: number }>(sql`
      with jobs as materialized (select * from graphile_worker.jobs_of_org())
      select
        (select json_agg(t) from (
          select job, state, count(*)::int as count, greatest(0, extract(epoch from now() - min(run_at)))::float8 as "oldestSeconds"
          from jobs group by 1, 2 order by 1, 2) t) as totals,
        (select count(*)::int from jobs where ${filter}) as matching,
        (select json_agg(i) from (
          select id::text, job, state, attempts, crashes, split_part(error, E'\n', 1) as error, ${iso(sql`created_at`)} as "createdAt",
            ${iso(sql`run_at`)} as "runAt", ${iso(sql`started_at`)} as "startedAt", worker, ${keyset.keys} as keys
          from jobs where ${filter} and ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}) i) as items`);
    return { totals: row?.totals ?? [], matching: row?.matching ?? 0, ...toPage(row?.items ?? [], keyset, limit) };
  },
});
