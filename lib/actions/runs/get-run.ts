import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { runColumns } from "#lib/actions/runs/run-columns.ts";
import { Run, RunNumber, type RunStep } from "#lib/actions/runs/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

export const getRun = query({
  name: "run.get",
  permission: "run:read",
  route: { method: "GET", path: "/runs/{number}", summary: "Get a run with its steps" },
  input: z.strictObject({ number: RunNumber }),
  output: Run,
  async run({ ctx, tx, input }) {
    const [[run], steps] = await Promise.all([
      tx.execute<Omit<Run, "steps">>(sql`
        select ${runColumns}, r.attempt, r.crash_count as "crashCount", r.is_cancel_requested as "isCancelRequested", r.inputs, r.outputs, r.links,
          coalesce((select max(line) from run_log_lines l where l.org_id = r.org_id and l.run_id = r.id), 0) as "lastLine"
        from runs r join actions a on a.org_id = r.org_id and a.id = r.action_id
        where r.org_id = ${ctx.org.id}::uuid and r.number = ${input.number}`),
      tx.execute<RunStep>(sql`
        select s.position, s.identifier, s.title, s.status, s.attempt, s.summary, ${iso(sql`s.started_at`)} as "startedAt", ${iso(sql`s.finished_at`)} as "finishedAt"
        from run_steps s join runs r on r.org_id = s.org_id and r.id = s.run_id
        where s.org_id = ${ctx.org.id}::uuid and r.number = ${input.number} order by s.position`),
    ]);
    if (run === undefined) throw new AppError("not_found", `There is no run #${input.number}.`);
    return { ...run, steps: [...steps] };
  },
});
