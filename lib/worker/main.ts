import { once } from "node:events";
import { closeDatabases } from "#db/client.ts";
import { dataDirectory } from "#lib/actions/repositories/repository-path.ts";
import { removeOldWorkspaces } from "#lib/actions/runs/run-workspace.ts";
import { anchorsPath } from "#lib/audit/anchors/write-anchors.ts";
import { deleteOldEvents } from "#lib/kernel/delete-old-events.ts";
import { installationSecret, SettingsError, settings } from "#lib/kernel/env.ts";
import { registerSubscribers } from "#lib/kernel/events.ts";
import { log } from "#lib/kernel/log.ts";
import { exitWhenOrphaned } from "#lib/kernel/orphan.ts";
import { startTracing, stopTracing } from "#lib/kernel/telemetry/traces.ts";
import { inlineSubscribers, jobs } from "#lib/subscriptions.ts";
import { deleteOldDeliveries } from "#lib/webhooks/deliveries/delete-old-deliveries.ts";
import { startWorker } from "#lib/worker/start-worker.ts";

const tidyEveryMs = 60_000;

/** The worker process: runs the jobs of every organization until it is told to stop. */
async function main(): Promise<void> {
  exitWhenOrphaned();
  const { CAUSEWAY_JOBS_DATABASE_URL: url } = settings();
  if (url === undefined)
    throw new SettingsError("CAUSEWAY_JOBS_DATABASE_URL is not set; start Causeway with npm start, which sets it.");
  // Listened for before anything is started, so that no signal can find the process half started and kill it.
  const told = Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]).then(() => "told to stop" as const);
  startTracing("worker", settings().OTEL_EXPORTER_OTLP_ENDPOINT);
  registerSubscribers(inlineSubscribers);
  const worker = await startWorker({
    jobsUrl: url,
    jobs,
    anchors: { path: anchorsPath(dataDirectory()), secret: installationSecret() },
  });
  log().info({ event: "worker.started", workerId: worker.id, jobs: jobs.map((job) => job.name) });
  const tidy = () =>
    void Promise.all([
      removeOldWorkspaces(),
      deleteOldEvents(),
      deleteOldDeliveries(settings().CAUSEWAY_KEEP_DELIVERIES_DAYS),
    ]).catch((error: unknown) => log().warn({ event: "worker.tidy", err: error }));
  tidy();
  setInterval(tidy, tidyEveryMs).unref();
  const reason = await Promise.race([told, worker.lost]);
  log().info({ event: "worker.stopping", workerId: worker.id, reason });
  await worker.stop();
  await closeDatabases();
  await stopTracing();
  log().info({ event: "worker.stopped", workerId: worker.id });
  process.exit(reason === "told to stop" ? 0 : 1);
}

main().catch((error: unknown) => {
  log().fatal({ event: "worker.failed", err: error });
  process.exit(1);
});
