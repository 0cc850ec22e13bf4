import { sql } from "drizzle-orm";
import { z } from "zod";
import { ActionIdentifier } from "#lib/actions/actions/schema.ts";
import { runColumns } from "#lib/actions/runs/run-columns.ts";
import { RunStatus, RunSummary } from "#lib/actions/runs/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** The runs of an organization, newest first. `counts` are over all pages and all states. */
export const listRuns = query({
  name: "run.list",
  permission: "run:read",
  route: { method: "GET", path: "/runs", summary: "List the runs" },
  input: z.strictObject({
    status: RunStatus.optional(),
    action: ActionIdentifier.optional(),
    text: z.string().trim().max(200).optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    runs: z.array(RunSummary),
    total: z.number(),
    page: z.number(),
    pageSize: z.number(),
    counts: z.object({
      queued: z.number(),
      running: z.number(),
      succeeded: z.number(),
      failed: z.number(),
      cancelled: z.number(),
    }),
  }),
  async run({ ctx, tx, input }) {
    const { page, pageSize } = input;
    const filter = sql`r.org_id = ${ctx.org.id}::uuid
      and (${input.action ?? null}::text is null or a.identifier = ${input.action ?? null})
      and (${input.text ?? null}::text is null or strpos(lower(r.title), lower(${input.text ?? ""})) > 0 or '#' || r.number = ${input.text ?? ""})`;
    const [counted, runs] = await Promise.all([
      tx.execute<{ status: RunStatus; count: number }>(sql`
        select r.status, count(*)::int as count from runs r join actions a on a.org_id = r.org_id and a.id = r.action_id where ${filter} group by r.status`),
      tx.execute<RunSummary>(sql`
        select ${runColumns} from runs r join actions a on a.org_id = r.org_id and a.id = r.action_id
        where ${filter} and (${input.status ?? null}::text is null or r.status = ${input.status ?? null})
        order by r.created_at desc, r.number desc limit ${pageSize} offset ${(page - 1) * pageSize}`),
    ]);
    const counts = { queued: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0 };
    for (const row of counted) counts[row.status] = row.count;
    const total = input.status === undefined ? counted.reduce((sum, row) => sum + row.count, 0) : counts[input.status];
    return { runs: [...runs], total, page, pageSize, counts };
  },
});
