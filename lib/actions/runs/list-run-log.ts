import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { RunLogLine, RunNumber } from "#lib/actions/runs/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** The lines of a run's log after a line that is known already: how a page follows it. */
export const listRunLog = query({
  name: "run.list-log",
  permission: "run:read",
  route: { method: "GET", path: "/runs/{number}/log", summary: "Read a run's log" },
  input: z.strictObject({
    number: RunNumber,
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(5_000).default(2_000),
  }),
  output: z.object({ lines: z.array(RunLogLine), lastLine: z.number(), hasMore: z.boolean() }),
  async run({ ctx, tx, input }) {
    const [[run], lines] = await Promise.all([
      tx.execute<{ lastLine: number }>(sql`
        select coalesce((select max(line) from run_log_lines l where l.org_id = r.org_id and l.run_id = r.id), 0) as "lastLine"
        from runs r where r.org_id = ${ctx.org.id}::uuid and r.number = ${input.number}`),
      tx.execute<RunLogLine>(sql`
        select l.line, ${iso(sql`l.at`)} as at, l.step_position as "stepPosition", l.kind, l.text
        from run_log_lines l join runs r on r.org_id = l.org_id and r.id = l.run_id
        where l.org_id = ${ctx.org.id}::uuid and r.number = ${input.number} and l.line > ${input.after} order by l.line limit ${input.limit}`),
    ]);
    if (run === undefined) throw new AppError("not_found", `There is no run #${input.number}.`);
    return { lines: [...lines], lastLine: run.lastLine, hasMore: (lines.at(-1)?.line ?? run.lastLine) < run.lastLine };
  },
});
