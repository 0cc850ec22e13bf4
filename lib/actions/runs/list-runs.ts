import { sql } from "drizzle-orm";
import { z } from "zod";
import { ActionIdentifier } from "#lib/actions/actions/schema.ts";
import { runColumns } from "#lib/actions/runs/run-columns.ts";
import { RunStatus, RunSummary } from "#lib/actions/runs/schema.ts";
import { Cursor, type KeyColumn, readKeyset, toPage } from "#lib/kernel/keyset.ts";
import { query } from "#lib/kernel/operation.ts";

export const runSorts = ["createdAt", "title", "startedBy", "took"] as const;

type Row = RunSummary & { keys: (string | null)[] };

const number: KeyColumn = { sql: sql`r.number`, type: "integer" };
const columns: Record<(typeof runSorts)[number], KeyColumn> = {
  createdAt: { sql: sql`r.created_at`, type: "timestamptz" },
  title: { sql: sql`r.title`, type: "text" },
  startedBy: { sql: sql`r.started_by_name`, type: "text" },
  took: {
    sql: sql`(extract(epoch from r.finished_at - r.started_at) * 1000)::bigint`,
    type: "bigint",
    isNullable: true,
  },
};

/** The runs of an organization, newest first unless asked otherwise. `counts` are over all pages and all states. */
export const listRuns = query({
  name: "run.list",
  permission: "run:read",
  route: { method: "GET", path: "/runs", summary: "List the runs" },
  input: z.strictObject({
    status: RunStatus.optional(),
    action: ActionIdentifier.optional(),
    text: z.string().trim().max(200).optional(),
    startedBy: z.string().trim().max(200).optional().describe("Part of the name of who started it"),
    sort: z.enum(runSorts).default("createdAt"),
    direction: z.enum(["ascending", "descending"]).default("descending"),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: z.object({
    runs: z.array(RunSummary),
    total: z.number(),
    /** How many stand before the first of the page. */
    before: z.number(),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
    counts: z.object({
      queued: z.number(),
      running: z.number(),
      succeeded: z.number(),
      failed: z.number(),
      cancelled: z.number(),
    }),
  }),
  async run({ ctx, tx, input }) {
    const { sort, direction, cursor, limit } = input;
    const keyset = readKeyset({ by: columns[sort], direction, ties: [number], tiesFollow: sort !== "took" }, cursor);
    const filter = sql`r.org_id = ${ctx.org.id}::uuid
      and (${input.action ?? null}::text is null or a.identifier = ${input.action ?? null})
      and (${input.startedBy ?? null}::text is null or strpos(lower(r.started_by_name), lower(${input.startedBy ?? ""})) > 0)
      and (${input.text ?? null}::text is null or strpos(lower(r.title), lower(${input.text ?? ""})) > 0 or '#' || r.number = ${input.text ?? ""})`;
    const source = sql`runs r join actions a on a.org_id = r.org_id and a.id = r.action_id where ${filter}`;
    // The page is found first: steps are counted for its rows alone.
    const [answer] = await tx.execute<{
      counted: { status: RunStatus; count: number }[] | null;
      rows: Row[] | null;
    }>(sql`
      select
        (select json_agg(c) from (select r.status, count(*)::int as count from ${source} group by r.status) c) as counted,
        (select json_agg(p) from (
          select ${runColumns}, ${keyset.keys} as keys from (
            select r.* from ${source} and (${input.status ?? null}::text is null or r.status = ${input.status ?? null}) and ${keyset.condition}
            order by ${keyset.orderBy} limit ${limit + 1}) r
          join actions a on a.org_id = r.org_id and a.id = r.action_id order by ${keyset.orderBy}) p) as rows`);
    const counted = answer?.counted ?? [];
    const counts = { queued: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0 };
    for (const row of counted) counts[row.status] = row.count;
    const total = input.status === undefined ? counted.reduce((sum, row) => sum + row.count, 0) : counts[input.status];
    const { items, ...paging } = toPage(answer?.rows ?? [], keyset, limit);
    return { runs: items, total, ...paging, counts };
  },
});
