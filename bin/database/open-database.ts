import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { isAlive } from "../processes.ts";
import { isStopping, onStop } from "../shutdown.ts";
import { ensureCluster, locateCluster } from "./cluster.ts";
import { ownerUrl, presentPostmaster, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { probe } from "./probe.ts";

/** An open database. `close` ends it; it is also ended, last of all, when this process stops. */
export type OpenDatabase = { ownerUrl: string; wasAdopted: boolean; close(): Promise<void> };

const databaseName = "causeway";

type Options = {
  dataDir: string;
  secret: string;
  /** One line that the person should read. */
  remark: (text: string) => void;
  isTemporary?: boolean;
  mayBeginAnew?: boolean;
  /** Told when the server ended by itself and was started again. */
  onRestart?: (reason: string) => void;
};

/** Starts (or adopts) the embedded server of a data directory and keeps it running until this process stops. */
export async function openEmbeddedDatabase(options: Options): Promise<OpenDatabase> {
  const cluster = await locateCluster(options);
  await ensureCluster(cluster);
  let pid = 0;
  let isClosed = false;
  const start = () => startPostmaster(cluster, (launched) => (pid = launched));

  const close = async (timeoutMs: number) => {
    if (isClosed) return;
    isClosed = true;
    const present = pid > 0 ? pid : presentPostmaster(cluster)?.pid;
    if (present !== undefined) await stopPostmaster(cluster, present, timeoutMs);
  };
  // Registered before it runs: a Ctrl-C while it starts must not leave it behind.
  const forget = onStop("the database", (deadlineAt) => close(Math.max(1_000, deadlineAt - performance.now())));
  const postmaster = await start();
  pid = postmaster.pid;
  const { port, wasAdopted } = postmaster;

  let isRestarting = false;
  const watch = setInterval(async () => {
    if (isRestarting || isClosed || isStopping() || isAlive(pid)) return;
    isRestarting = true;
    try {
      options.onRestart?.("The database server ended unexpectedly; starting it again");
      pid = (await start()).pid;
    } catch (error) {
      options.onRestart?.(error instanceof Error ? error.message : String(error));
      await sleep(5_000);
    } finally {
      isRestarting = false;
    }
  }, 1_000);
  watch.unref();

  const url = ownerUrl(cluster, port, databaseName);
  await createDatabase(ownerUrl(cluster, port, "postgres"));
  return {
    ownerUrl: url,
    wasAdopted,
    close: async () => {
      forget();
      clearInterval(watch);
      await close(20_000);
    },
  };
}

/** The address of the server that another process of ours is running on this data directory, or null. */
export async function findRunningDatabase(dataDir: string, secret: string): Promise<string | null> {
  const cluster = await locateCluster({ dataDir, secret, remark: () => {} });
  const present = presentPostmaster(cluster);
  if (present === null) return null;
  const answer = await probe(ownerUrl(cluster, present.port, databaseName));
  return answer.kind === "ready" ? ownerUrl(cluster, present.port, databaseName) : null;
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const sql = postgres(maintenanceUrl, { max: 1, onnotice: () => {} });
  try {
    const [existing] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (existing === undefined) await sql.unsafe(`create database ${databaseName}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
