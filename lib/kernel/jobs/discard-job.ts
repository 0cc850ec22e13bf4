import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { JobId } from "#lib/kernel/jobs/schema.ts";
import { command } from "#lib/kernel/operation.ts";

/** Takes a job off the queue for good; what it would have done is not done. */
export const discardJob = command({
  name: "job.discard",
  permission: "job:write",
  route: { method: "DELETE", path: "/jobs/{id}", summary: "Take a job off the queue" },
  input: JobId,
  output: z.object({ id: z.string() }),
  async run({ tx, input, audit, emit }) {
    const [job] = await tx.execute<{ name: string }>(
      sql`select name from graphile_worker.discard_job_of_org(${input.id}::bigint) as name`,
    );
    if (job === undefined) throw new AppError("not_found", "There is no such job, or it is running right now.");
    audit({ subjectKind: "job", subjectId: input.id, subjectName: job.name, after: null });
    await emit({ topic: "job.discarded", subjectId: input.id });
    return { id: input.id };
  },
});
