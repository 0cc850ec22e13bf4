import type { z } from "zod";
import type { Context } from "#lib/kernel/context.ts";

/** Work that runs in the worker, at least once. `run` must be safe to repeat. */
export type Job = {
  name: string;
  payload: z.ZodType;
  run(scope: { ctx: Context; payload: unknown; attempt: number; signal: AbortSignal }): Promise<void>;
};

/** Declares a job. Its name is `noun.verb`; the list of all jobs is `lib/subscriptions.ts`. */
export function defineJob<Payload extends z.ZodType>(job: {
  name: string;
  payload: Payload;
  run(scope: { ctx: Context; payload: z.output<Payload>; attempt: number; signal: AbortSignal }): Promise<void>;
}): Job {
  return { ...job, run: (scope) => job.run({ ...scope, payload: scope.payload as z.output<Payload> }) };
}
