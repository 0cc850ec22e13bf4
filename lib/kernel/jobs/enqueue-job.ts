import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { currentTraceparent } from "#lib/kernel/telemetry/traces.ts";

export type JobOptions = {
  /** A second job with this key replaces the waiting one instead of joining it. */
  jobKey?: string;
  runAt?: Date;
};

/** Puts a job on the queue in the same transaction: it exists exactly when the change that asked for it does. The organization is the transaction's. */
export async function enqueueJob(
  tx: Transaction,
  job: string,
  payload: Record<string, unknown>,
  options: JobOptions = {},
): Promise<void> {
  const trace = currentTraceparent();
  if (trace !== undefined) await tx.execute(sql`select set_config('app.trace', ${trace}, true)`);
  await tx.execute(sql`
    select graphile_worker.enqueue_job(${job}, ${JSON.stringify(payload)}::json, ${options.jobKey ?? null}::text, ${options.runAt?.toISOString() ?? null}::timestamptz)`);
}
