import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { run, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import type { Job } from "#lib/kernel/jobs/define-job.ts";
import { queueLogger } from "#lib/kernel/jobs/queue-logger.ts";
import { log } from "#lib/kernel/log.ts";
import { eraseOrgs } from "#lib/worker/erase-orgs.ts";
import { holdAliveLock } from "#lib/worker/hold-alive-lock.ts";
import { publishMetrics } from "#lib/worker/publish-metrics.ts";
import { releaseDeadWorkers } from "#lib/worker/release-dead-workers.ts";
import { sealAudit } from "#lib/worker/seal-audit.ts";
import { taskListOf } from "#lib/worker/task-list.ts";

const concurrency = 4;
const sweepEveryMs = 2_000;
// A job may end in peace, then hears of the stop, has some time to reach a safe point, and is then left to its next attempt.
const abortAfterMs = 1_500;
const forceAfterMs = 3_500;
const endAfterMs = 4_500;

export type RunningWorker = {
  /** What the queue writes into `locked_by` for jobs of this process. */
  id: string;
  /** Settles when this process can no longer prove that it is alive and must end. */
  lost: Promise<"connection lost" | "queue ended">;
  /** Ends within five seconds. */
  stop(): Promise<void>;
};

/** Runs jobs from the queue, and takes over the jobs of workers that are gone. */
export async function startWorker(options: {
  jobsUrl: string;
  jobs: Job[];
  /** Where it is written down how far the audit logs are sealed, and what signs it; nowhere without it. */
  anchors?: { path: string; secret: string };
}): Promise<RunningWorker> {
  const pool = new pg.Pool({
    connectionString: options.jobsUrl,
    max: concurrency + 5,
    application_name: "causeway worker",
  });
  // An idle connection that breaks is replaced by the pool; without listeners it would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));

  const identity = Promise.withResolvers<string>();
  const events = new EventEmitter() as WorkerEvents;
  events.on("pool:create", ({ workerPool }) => identity.resolve(workerPool.id));
  const lock = identity.promise.then((id) => holdAliveLock(options.jobsUrl, id));
  lock.catch(() => undefined);
  const runner = await run({
    pgPool: pool,
    logger: queueLogger,
    events,
    concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: abortAfterMs,
    taskList: taskListOf(options.jobs),
    parsedCronItems: [],
    preset: {
      plugins: [
        {
          name: "AliveLockPlugin",
          version: "1.0.0",
          // No job is asked for before the lock is held: others could take this process for a dead one.
          worker: { hooks: { startWorker: async () => void (await lock) } },
        },
      ],
    },
  });
  const id = await identity.promise;
  const alive = await lock;
  const sweeping = new AbortController();
  const patientJobs = options.jobs.filter((job) => job.countsCrashes).map((job) => job.name);
  const swept = sweep(pool, id, patientJobs, sweeping.signal);
  const sealed = sealAudit(pool, options.anchors, sweeping.signal);
  const erased = eraseOrgs(pool, options.anchors, sweeping.signal);
  const published = publishMetrics(id, sweeping.signal);

  return {
    id,
    lost: Promise.race([
      alive.lost.then(() => "connection lost" as const),
      runner.promise.then(
        () => "queue ended" as const,
        () => "queue ended" as const,
      ),
    ]),
    async stop() {
      sweeping.abort();
      const force = AbortSignal.timeout(forceAfterMs);
      force.addEventListener("abort", () => void runner.kill("jobs did not end in time").catch(() => undefined));
      await Promise.race([
        Promise.all([runner.stop().catch(() => undefined), swept, sealed, erased, published])
          .then(() => alive.release())
          .then(() => pool.end()),
        sleep(endAfterMs, undefined, { ref: false }),
      ]);
    },
  };
}

async function sweep(pool: pg.Pool, ownId: string, patientJobs: string[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await releaseDeadWorkers(pool, ownId, patientJobs).catch((error: unknown) =>
      log().warn({ event: "worker.sweep", err: error }),
    );
    await pool.query("select graphile_worker.renumber_turns()").catch(() => undefined);
    await sleep(sweepEveryMs, undefined, { signal }).catch(() => undefined);
  }
}
