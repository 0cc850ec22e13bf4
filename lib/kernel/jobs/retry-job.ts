import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { JobId } from "#lib/kernel/jobs/schema.ts";
import { command } from "#lib/kernel/operation.ts";

/** Runs a job that is dead or waits after a failure again, at once and from its first attempt. */
export const retryJob = command({
  name: "job.retry",
  permission: "job:write",
  route: { method: "POST", path: "/jobs/{id}/retry", summary: "Run a failed job again" },
  input: JobId,
  output: z.object({ id: z.string() }),
  async run({ tx, input, audit, emit }) {
    const [job] = await tx.execute<{ name: string }>(
      sql`select name from graphile_worker.retry_job_of_org(${input.id}::bigint) as name`,
    );
    if (job === undefined) throw new AppError("not_found", "There is no such job, or it is running right now.");
    audit({ subjectKind: "job", subjectId: input.id, subjectName: job.name, after: null });
    await emit({ topic: "job.retried", subjectId: input.id });
    return { id: input.id };
  },
});
