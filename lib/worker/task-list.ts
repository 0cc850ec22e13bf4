import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { asAppError } from "#lib/kernel/errors.ts";
import type { Job } from "#lib/kernel/jobs/define-job.ts";
import { log } from "#lib/kernel/log.ts";
import { withSpan } from "#lib/kernel/telemetry/traces.ts";
import { jobContext } from "#lib/worker/job-context.ts";

const Envelope = z.object({ orgId: z.uuid(), payload: z.unknown(), trace: z.string().optional() });

/** The jobs in the queue's form: each gets the context of the organization that its transaction was in when it was asked for. */
export function taskListOf(jobs: Job[]): TaskList {
  return Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (envelope, helpers) => {
        const startedAt = performance.now();
        const { orgId, payload, trace } = Envelope.parse(envelope);
        const found = await jobContext(orgId, job.name);
        const ctx = found?.ctx;
        const line = {
          event: "job",
          job: job.name,
          org: ctx?.org.slug ?? orgId,
          attempt: helpers.job.attempts,
          requestId: ctx?.requestId,
        };
        if (found?.heldUntil !== undefined) {
          // It waits for the organization's end, or for its return.
          const { key, priority, max_attempts: maxAttempts } = helpers.job;
          const waiting = { runAt: found.heldUntil, priority, maxAttempts, ...(key === null ? {} : { jobKey: key }) };
          await helpers.addJob(job.name, envelope, waiting);
          log().info({ ...line, outcome: "organization is deleted", heldUntil: found.heldUntil });
          return;
        }
        if (ctx === undefined) {
          log().warn({ ...line, outcome: "organization is gone" });
          return;
        }
        try {
          const work = () =>
            job.run({
              ctx,
              payload: job.payload.parse(payload),
              attempt: helpers.job.attempts,
              signal: helpers.abortSignal,
            });
          await withSpan(`job ${job.name}`, { "causeway.attempt": helpers.job.attempts }, work, trace);
          log().info({ ...line, outcome: "ok", durationMs: Math.round(performance.now() - startedAt) });
        } catch (error) {
          log().warn({
            ...line,
            outcome: asAppError(error).code,
            durationMs: Math.round(performance.now() - startedAt),
            err: error,
          });
          // The queue repeats what throws, after a pause that grows.
          throw error;
        }
      },
    ]),
  );
}
