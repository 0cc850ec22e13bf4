import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { SharedMetrics } from "#lib/kernel/telemetry/metrics.ts";

/** What the workers that are alive counted, each by itself. */
export async function readWorkerMetrics(): Promise<SharedMetrics[]> {
  const rows = await database("app").execute<{ content: SharedMetrics }>(
    sql`select content from worker_metrics where written_at > now() - interval '1 minute'`,
  );
  return rows.map(({ content }) => content);
}
