import { timingSafeEqual } from "node:crypto";
import { Gauge } from "prom-client";
import { settings } from "#lib/kernel/env.ts";
import { readQueueTotals } from "#lib/kernel/jobs/read-queue-totals.ts";
import { metrics, metricsText } from "#lib/kernel/telemetry/metrics.ts";
import { readPoolUse } from "#lib/kernel/telemetry/read-pool-use.ts";
import { readWorkerMetrics } from "#lib/kernel/telemetry/read-worker-metrics.ts";
import { hashToken } from "#lib/kernel/tokens.ts";
import { countStreams } from "#lib/web/live/stream-events.ts";

/**
 * The numbers of this process, of the workers and of the queue, in Prometheus' text form, for whoever sends `CAUSEWAY_METRICS_TOKEN`. Without that
 * setting there is nothing here: behind a proxy every request comes from this machine, so an address proves nothing.
 */
export async function renderMetrics(request: Request): Promise<Response> {
  const { CAUSEWAY_METRICS_TOKEN: token } = settings();
  if (token === undefined) return new Response("Not found\n", { status: 404 });
  const given = /^Bearer (\S{1,500})$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (!timingSafeEqual(hashToken(given), hashToken(token)))
    return new Response("Send the token of CAUSEWAY_METRICS_TOKEN as Authorization: Bearer.\n", {
      status: 401,
      headers: { "www-authenticate": "Bearer" },
    });
  const { registry } = metrics();
  ensureGauges();
  return new Response(await metricsText(await readWorkerMetrics()), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}

function ensureGauges(): void {
  const { registry } = metrics();
  if (registry.getSingleMetric("causeway_live_streams") !== undefined) return;
  const registers = [registry];
  new Gauge({
    name: "causeway_live_streams",
    help: "Open live streams of this process.",
    registers,
    collect() {
      this.set(countStreams());
    },
  });
  new Gauge({
    name: "causeway_database_connections",
    help: "Connections of this process's pools, by role and whether they are in use, idle, or waited for.",
    labelNames: ["role", "state"] as const,
    registers,
    collect() {
      for (const { role, state, count } of readPoolUse()) this.set({ role, state }, count);
    },
  });
  const age = new Gauge({
    name: "causeway_queue_oldest_seconds",
    help: "How long the oldest job has been due, by job and state.",
    labelNames: ["job", "state"] as const,
    registers,
  });
  new Gauge({
    name: "causeway_queue_jobs",
    help: "Jobs on the queue of the whole installation, by job and state; dead ones are not tried again by themselves.",
    labelNames: ["job", "state"] as const,
    registers,
    async collect() {
      const totals = await readQueueTotals();
      this.reset();
      age.reset();
      for (const { job, state, count, oldestSeconds } of totals) {
        this.set({ job, state }, count);
        age.set({ job, state }, oldestSeconds);
      }
    },
  });
}
