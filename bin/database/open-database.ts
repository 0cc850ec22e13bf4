import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { isAlive } from "../processes.ts";
import { isStopping, onStop } from "../shutdown.ts";
import { ensureCluster, locateCluster } from "./cluster.ts";
import { ownerUrl, type Postmaster, presentPostmaster, startPostmaster, stopPostmaster } from "./postmaster.ts";
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
  /** Told when the server ended by itself and was started again. */
  onRestart?: (reason: string) => void;
};

/** Starts (or adopts) the embedded server of a data directory and keeps it running until this process stops. */
export async function openEmbeddedDatabase(options: Options): Promise<OpenDatabase> {
  const cluster = locateCluster(options);
  await ensureCluster(cluster);
  let postmaster: Postmaster = await startPostmaster(cluster);
  const { port, wasAdopted } = postmaster;
  let isClosed = false;

  const close = async (timeoutMs: number) => {
    if (isClosed) return;
    isClosed = true;
    clearInterval(watch);
    await stopPostmaster(cluster, postmaster.pid, timeoutMs);
  };
  const forget = onStop("the database", (deadlineAt) => close(Math.max(1_000, deadlineAt - performance.now())));

  let isRestarting = false;
  const watch = setInterval(async () => {
    if (isRestarting || isClosed || isStopping() || isAlive(postmaster.pid)) return;
    isRestarting = true;
    try {
      options.onRestart?.("The database server ended unexpectedly; starting it again");
      postmaster = await startPostmaster(cluster);
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
      await close(20_000);
    },
  };
}

/** The address of the server that another process of ours is running on this data directory, or null. */
export async function findRunningDatabase(dataDir: string, secret: string): Promise<string | null> {
  const cluster = locateCluster({ dataDir, secret, remark: () => {} });
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
