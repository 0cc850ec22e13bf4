import { z } from "zod";

export const jobStates = ["running", "waiting", "scheduled", "failed", "dead"] as const;

/** `failed`: will be tried again by itself. `dead`: will not. */
export const QueuedJob = z.object({
  id: z.string(),
  job: z.string(),
  state: z.enum(jobStates),
  attempts: z.number(),
  /** How often its worker ended in the middle of it. */
  crashes: z.number(),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  runAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  worker: z.string().nullable(),
});

export type QueuedJob = z.infer<typeof QueuedJob>;

export const JobId = z.strictObject({ id: z.string().regex(/^[1-9]\d{0,17}$/, "Give the number of a job") });
