import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { rolePassword } from "#db/roles.ts";
import { freePort, isFree } from "../ports.ts";
import { isAlive, programOf, signal, waitForEnd } from "../processes.ts";
import { Refusal } from "../refusal.ts";
import { isStopping } from "../shutdown.ts";
import { type Cluster, ownerName } from "./cluster.ts";
import { probe } from "./probe.ts";
import { serverSettings } from "./server-settings.ts";
import { asServerUser } from "./server-user.ts";

/** A running server of a cluster. `wasAdopted`: it was already there, left by a Causeway that was killed, or used by another. */
export type Postmaster = { pid: number; port: number; wasAdopted: boolean };

const startTimeoutMs = 90_000;
const logLimitBytes = 20 * 1_048_576;

/**
 * Makes sure that the cluster's server runs and answers. After a hard kill there may be a server without a supervisor (adopted), a
 * server without its main process (its last processes end by themselves, tried until then) or a file that names a process that is
 * now somebody else's (removed). `onLaunch` hears of every server process as soon as it exists.
 */
export async function startPostmaster(cluster: Cluster, onLaunch: (pid: number) => void): Promise<Postmaster> {
  const until = performance.now() + startTimeoutMs;
  let port = await preferredPort(cluster);
  while (performance.now() < until && !isStopping()) {
    const present = presentPostmaster(cluster);
    if (present !== null) {
      const answer = await probe(ownerUrl(cluster, present.port, "postgres"));
      if (answer.kind === "ready" && isSameDirectory(answer.directory, cluster.directory))
        return { ...present, wasAdopted: true };
      if (answer.kind === "password") await replacePassword(cluster, present.pid);
      await sleep(200);
      continue;
    }
    const started = await launch(cluster, port, until, onLaunch);
    if (started !== "again") return started;
    if (!(await isFree(port))) port = await freePort();
    await sleep(300);
  }
  throw new Refusal(
    `The database did not come up within ${startTimeoutMs / 1000} s; ${cluster.logFile} says why: ${lastComplaint(cluster)}`,
  );
}

/** Stops a server: in order (open transactions are rolled back), harder when the time is up. Data survive both. */
export async function stopPostmaster(cluster: Cluster, pid: number, timeoutMs: number): Promise<void> {
  if (process.platform === "win32") {
    const control = join(cluster.binaries.postgres, "../pg_ctl.exe");
    spawnSync(control, ["stop", "-D", cluster.directory, "-m", "fast", "-t", String(Math.ceil(timeoutMs / 1000))], {
      stdio: "ignore",
    });
    return;
  }
  signal(pid, "SIGINT");
  if (await waitForEnd(pid, timeoutMs)) return;
  signal(pid, "SIGQUIT");
  if (await waitForEnd(pid, 1_000)) return;
  signal(pid, "SIGKILL");
  await waitForEnd(pid, 1_000);
}

/** The owner's address of a database in the cluster. */
export function ownerUrl(cluster: Cluster, port: number, database: string): string {
  return `postgres://${ownerName}:${rolePassword("owner", cluster.secret)}@127.0.0.1:${port}/${database}`;
}

/** The server that runs on these files, whoever started it. */
export function presentPostmaster(cluster: Cluster): { pid: number; port: number } | null {
  const path = join(cluster.directory, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(path, "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null;
  if (!/postgres/.test(programOf(pid)) && process.platform !== "win32") {
    // The number belongs to another program now (a reboot, a new container): PostgreSQL would refuse to start.
    rmSync(path, { force: true });
    return null;
  }
  return { pid, port };
}

async function launch(
  cluster: Cluster,
  port: number,
  until: number,
  onLaunch: (pid: number) => void,
): Promise<Postmaster | "again"> {
  // Before it is started: one that refuses has said why, and ended, within milliseconds.
  const logStart = startLog(cluster);
  const child = spawnServer(cluster, port);
  if (child.pid !== undefined) onLaunch(child.pid);
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.on("exit", end).on("error", end);
  });
  while (!hasEnded && performance.now() < until) {
    const answer = await probe(ownerUrl(cluster, port, "postgres"));
    if (answer.kind === "ready" && isSameDirectory(answer.directory, cluster.directory) && child.pid !== undefined) {
      writeFileSync(cluster.portFile, String(port));
      return { pid: child.pid, port, wasAdopted: false };
    }
    if (answer.kind === "password" && child.pid !== undefined) {
      await replacePassword(cluster, child.pid);
      return "again";
    }
    await Promise.race([ended, sleep(60)]);
  }
  const complaint = lastComplaint(cluster, logStart);
  if (
    /pre-existing shared memory|lock file .* already exists|is another postmaster|could not bind|Address already in use/i.test(
      complaint,
    )
  )
    return "again";
  if (/No space left/i.test(complaint)) throw new Refusal("The disk is full; make room and run the command again.");
  throw new Refusal(`The database does not start: ${complaint || "it gives no reason"} (more in ${cluster.logFile}).`);
}

/** In a session of its own, so that Ctrl-C in the terminal does not stop it before those who use it. */
/** Sets a log that has grown too long aside. @returns where the next start's lines begin, in bytes */
function startLog({ logFile }: Cluster): number {
  if (!existsSync(logFile)) return 0;
  const { size } = statSync(logFile);
  if (size <= logLimitBytes) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

function spawnServer(cluster: Cluster, port: number): ChildProcess {
  const log = openSync(cluster.logFile, "a", 0o600);
  try {
    const child = spawn(cluster.binaries.postgres, ["-D", cluster.directory, ...serverSettings(cluster, port)], {
      ...asServerUser(cluster.user),
      env: { PATH: process.env.PATH, LC_ALL: "C", NODE_ENV: "production" },
      stdio: ["ignore", log, log],
      detached: true,
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** The secret has changed: whoever owns the files may set the owner's password, with the server stopped. */
async function replacePassword(cluster: Cluster, runningPid: number): Promise<void> {
  await stopPostmaster(cluster, runningPid, 20_000);
  const result = spawnSync(cluster.binaries.postgres, ["--single", "-D", cluster.directory, "postgres"], {
    ...asServerUser(cluster.user),
    input: `alter role ${ownerName} password '${rolePassword("owner", cluster.secret)}'\n`,
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C", NODE_ENV: "production" },
  });
  if (result.status !== 0)
    throw new Refusal(
      `The database does not accept this secret and its password could not be changed: ${result.stderr?.trim().split("\n").at(-1)}`,
    );
}

async function preferredPort(cluster: Cluster): Promise<number> {
  try {
    const recorded = Number(readFileSync(cluster.portFile, "utf8"));
    if (Number.isInteger(recorded) && recorded > 1023 && recorded < 65_536 && (await isFree(recorded))) return recorded;
  } catch {
    // First start.
  }
  return freePort();
}

function isSameDirectory(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return one === other;
  }
}

function lastComplaint(cluster: Cluster, from = 0): string {
  try {
    const lines = readFileSync(cluster.logFile).subarray(from).toString("utf8").trim().split("\n");
    const complaints = lines.filter((line) => /FATAL|PANIC|ERROR|could not/.test(line));
    return (complaints.at(-1) ?? lines.at(-1) ?? "").replace(/^.*?(FATAL|PANIC|ERROR|LOG):\s*/, "");
  } catch {
    return "";
  }
}
