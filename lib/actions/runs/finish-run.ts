import { sql } from "drizzle-orm";
import { z } from "zod";
import { RunStatus } from "#lib/actions/runs/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

type EndedRun = {
  number: number;
  title: string;
  attempt: number;
  startedByKind: string;
  startedById: string | null;
};

/** Ends a run, once. Only the worker calls it, inside a transaction that holds the run; it is not a route. */
export const finishRun = command({
  name: "run.finish",
  permission: "run:start",
  route: { method: "POST", path: "/internal/run-endings", summary: "End a run" },
  input: z.strictObject({
    runId: z.uuid(),
    status: RunStatus.extract(["succeeded", "failed", "cancelled"]),
    error: z.string().nullable(),
  }),
  output: z.object({}),
  async run({ ctx, tx, input, audit, emit }) {
    const [run] = await tx.execute<EndedRun>(sql`
      update runs set status = ${input.status}, error = ${input.error}, is_held = false, finished_at = clock_timestamp()
      where org_id = ${ctx.org.id}::uuid and id = ${input.runId}::uuid and status in ('queued', 'running')
      returning number, title, attempt, started_by_kind as "startedByKind", started_by_id as "startedById"`);
    if (run === undefined) throw new AppError("conflict", "This run has ended already.");
    await tx.execute(sql`
      update run_steps set status = case when status = 'running' and ${input.status} = 'failed' then 'failed' else 'skipped' end, finished_at = clock_timestamp()
      where org_id = ${ctx.org.id}::uuid and run_id = ${input.runId}::uuid and status in ('waiting', 'running')`);
    audit({
      subjectKind: "run",
      subjectId: input.runId,
      subjectName: `#${run.number} ${run.title}`,
      after: { status: input.status, attempt: run.attempt, ...(input.error === null ? {} : { error: input.error }) },
    });
    await emit({
      topic: "run.updated",
      subjectId: input.runId,
      payload: { number: run.number, status: input.status },
      detail: { ended: { ...run, status: input.status, error: input.error } },
    });
    return {};
  },
});
