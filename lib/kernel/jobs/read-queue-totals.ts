import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** How many jobs there are in the whole installation, and how long the oldest has been due. Tells of no organization. */
export async function readQueueTotals(): Promise<
  { job: string; state: string; count: number; oldestSeconds: number }[]
> {
  return [
    ...(await database("app").execute<{ job: string; state: string; count: number; oldestSeconds: number }>(
      sql`select job, state, count, oldest_seconds as "oldestSeconds" from graphile_worker.queue_totals()`,
    )),
  ];
}
