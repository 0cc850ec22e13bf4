import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { rolePassword } from "#db/roles.ts";
import { Refusal } from "../refusal.ts";
import { onStop } from "../shutdown.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { requireSameMajor } from "./majors.ts";
import { outsideHome } from "./outside-home.ts";
import { asServerUser, canEnter, chooseServerUser, type ServerUser } from "./server-user.ts";

/** The files of one database server, and who runs it. */
export type Cluster = {
  directory: string;
  binaries: Binaries;
  user: ServerUser;
  secret: string;
  logFile: string;
  /** Where the port is kept, so that it stays the same from start to start. */
  portFile: string;
  /** Trades safety for speed; for databases that are thrown away. */
  isTemporary: boolean;
};

export const ownerName = "causeway_owner";

const locationFile = "postgres.location";

/** Finds the cluster of a data directory, or decides where a new one goes. */
export async function locateCluster(options: {
  dataDir: string;
  secret: string;
  isTemporary?: boolean;
  /** A new cluster may be made beside the one that another major version of PostgreSQL left: a backup is about to be read into it. */
  mayBeginAnew?: boolean;
  remark: (text: string) => void;
}): Promise<Cluster> {
  const { dataDir, secret, remark } = options;
  const recorded = recordedHome(dataDir);
  // The major version is in the name: a newer server does not read an older one's files.
  const guess = join(recorded ?? dataDir, "postgres-18");
  const user = await chooseServerUser(guess);
  const binaries = await findBinaries(user, dataDir);
  const home = recorded ?? (await chooseHome(dataDir, user, remark));
  requireSameMajor(home, binaries.major, options.mayBeginAnew ?? false);
  mkdirSync(join(dataDir, "logs"), { recursive: true, mode: 0o700 });
  const cluster: Cluster = {
    directory: join(home, `postgres-${binaries.major}`),
    binaries,
    user,
    secret,
    logFile: join(dataDir, "logs", "postgres.log"),
    portFile: join(dataDir, "postgres.port"),
    isTemporary: options.isTemporary ?? false,
  };
  if (!(await canEnter(home, user))) {
    throw new Refusal(
      `The database's files in ${cluster.directory} cannot be reached by ${user?.name}, which PostgreSQL runs as; open the directories above it (chmod o+x).`,
    );
  }
  return cluster;
}

/** Where the cluster's files are when they are not in the data directory. */
export function recordedHome(dataDir: string): string | null {
  const path = join(dataDir, locationFile);
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}

async function chooseHome(dataDir: string, user: ServerUser, remark: (text: string) => void): Promise<string> {
  if (await canEnter(dataDir, user)) return dataDir;
  const home = await outsideHome(
    user,
    `${basename(dirname(dataDir)).replaceAll(/[^\w-]/g, "_")}-${randomBytes(4).toString("hex")}`,
  );
  writeFileSync(join(dataDir, locationFile), home);
  remark(`The user ${user?.name}, which PostgreSQL runs as, cannot reach ${dataDir}: the database is kept in ${home}.`);
  return home;
}

/** Makes the cluster when it does not exist. An interrupted attempt leaves nothing that looks finished. */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  if (existsSync(join(cluster.directory, "PG_VERSION"))) return;
  const draft = `${cluster.directory}.new`;
  const passwordFile = `${cluster.directory}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, rolePassword("owner", cluster.secret), { mode: 0o600 });
    if (cluster.user !== null)
      for (const path of [draft, passwordFile]) chownSync(path, cluster.user.uid, cluster.user.gid);
    await initialize(cluster, draft, passwordFile);
    renameSync(draft, cluster.directory);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initialize(cluster: Cluster, directory: string, passwordFile: string): Promise<void> {
  const parameters = [
    `--pgdata=${directory}`,
    `--username=${ownerName}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The same order of text on every machine, whatever locales it has.
    "--no-locale",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(cluster.isTemporary ? ["--no-sync"] : []),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(cluster.binaries.initdb, parameters, {
      ...asServerUser(cluster.user),
      env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const forget = onStop("the making of the database", async () => void child.kill("SIGTERM"));
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("exit", (code) => {
      forget();
      if (code === 0) return resolve();
      const reason = output
        .split("\n")
        .filter((line) => /error|fatal|could not/i.test(line))
        .slice(0, 3)
        .join(" ");
      reject(
        new Refusal(
          /No space left/.test(output)
            ? "The disk is full; make room and run the command again."
            : `The database could not be made: ${reason || output.slice(-400)}`,
        ),
      );
    });
  });
}
