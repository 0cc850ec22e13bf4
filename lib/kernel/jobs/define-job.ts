import type { z } from "zod";
import type { Context } from "#lib/kernel/context.ts";

/** Work that runs in the worker, at least once. `run` must be safe to repeat. */
export type Job = {
  name: string;
  payload: z.ZodType;
  /**
   * Counts itself how often a worker ended in the middle of it, and ends what it was doing the fourth time. Others are put aside by the
   * queue after the third.
   */
  countsCrashes?: boolean;
  run(scope: { ctx: Context; payload: unknown; attempt: number; signal: AbortSignal }): Promise<void>;
};

/** Declares a job. Its name is `noun.verb`; the list of all jobs is `lib/subscriptions.ts`. */
export function defineJob<Payload extends z.ZodType>(job: {
  name: string;
  payload: Payload;
  countsCrashes?: boolean;
  run(scope: { ctx: Context; payload: z.output<Payload>; attempt: number; signal: AbortSignal }): Promise<void>;
}): Job {
  return { ...job, run: (scope) => job.run({ ...scope, payload: scope.payload as z.output<Payload> }) };
}
