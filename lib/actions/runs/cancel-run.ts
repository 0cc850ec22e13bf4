import { sql } from "drizzle-orm";
import { z } from "zod";
import { RunNumber, RunStatus } from "#lib/actions/runs/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

const CancelRunInput = z.strictObject({ number: RunNumber });

/** Asks a run to end. One that waits ends at once; one that works ends before its next step and keeps what is done. */
export const cancelRun = command({
  name: "run.cancel",
  permission: "run:cancel",
  route: { method: "POST", path: "/runs/{number}/cancel", summary: "Cancel a run" },
  input: CancelRunInput,
  output: z.object({ number: z.number(), status: RunStatus }),
  async run({ ctx, tx, input, audit, emit }) {
    const [before] = await tx.execute<{ status: RunStatus }>(sql`
      select status from runs where org_id = ${ctx.org.id}::uuid and number = ${input.number} for no key update`);
    if (before === undefined) throw new AppError("not_found", `There is no run #${input.number}.`);
    if (before.status !== "queued" && before.status !== "running") {
      throw new AppError(
        "conflict",
        `Run #${input.number} has ${before.status === "cancelled" ? "been cancelled" : before.status} already; there is nothing to cancel.`,
      );
    }
    const [run] = await tx.execute<{ id: string; title: string; status: RunStatus }>(sql`
      update runs set is_cancel_requested = true, status = case when status = 'queued' then 'cancelled' else status end,
        finished_at = case when status = 'queued' then clock_timestamp() end
      where org_id = ${ctx.org.id}::uuid and number = ${input.number} returning id, title, status`);
    if (run === undefined) throw new Error("The run was not stored");
    if (run.status === "cancelled") {
      await tx.execute(sql`
        update run_steps set status = 'skipped', finished_at = clock_timestamp() where org_id = ${ctx.org.id}::uuid and run_id = ${run.id}::uuid and status = 'waiting'`);
    }
    audit({
      subjectKind: "run",
      subjectId: run.id,
      subjectName: `#${input.number} ${run.title}`,
      before: { status: before.status },
      after: { status: run.status, isCancelRequested: true },
    });
    await emit({ topic: "run.updated", subjectId: run.id, payload: { number: input.number, status: run.status } });
    return { number: input.number, status: run.status };
  },
});
