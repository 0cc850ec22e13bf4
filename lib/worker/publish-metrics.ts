import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { log } from "#lib/kernel/log.ts";
import { readSharedMetrics } from "#lib/kernel/telemetry/metrics.ts";

const everyMs = 10_000;

/**
 * Writes down what this worker counted, again and again until `signal` is aborted: a worker has no address, so a web process tells it.
 * Numbers of workers that are gone are taken away.
 */
export async function publishMetrics(workerId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await publish(workerId).catch((error: unknown) => log().warn({ event: "worker.metrics", err: error }));
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
  await database("app")
    .execute(sql`delete from worker_metrics where worker_id = ${workerId}`)
    .catch(() => undefined);
}

async function publish(workerId: string): Promise<void> {
  const content = JSON.stringify(await readSharedMetrics());
  await database("app").execute(sql`
    with gone as (delete from worker_metrics where written_at < now() - interval '5 minutes')
    insert into worker_metrics (worker_id, content) values (${workerId}, ${content}::text::jsonb)
    on conflict (worker_id) do update set content = excluded.content, written_at = now()`);
}
