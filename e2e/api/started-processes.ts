import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { rolePassword, roleUrl } from "#db/roles.ts";
import { startedPortal } from "../started-portal.ts";

export const root = join(import.meta.dirname, "../..");

export type StartedProcess = { child: ChildProcess; output: () => string };

const children = new Set<ChildProcess>();

/** Starts one more process of the portal, with node. What it writes is kept. */
export function startProcess(
  parameters: string[],
  environment: Record<string, string>,
  directory = root,
): StartedProcess {
  const child = spawn(process.execPath, parameters, {
    cwd: directory,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

/** Starts one more web server on a port of this machine. */
export function startWeb(port: number, environment: Record<string, string>, directory = root): StartedProcess {
  const program = join(root, "node_modules/next/dist/bin/next");
  return startProcess([program, "start", "-H", "127.0.0.1", "-p", String(port)], environment, directory);
}

/** Ends whatever was started and is still alive, without asking. */
export function killStartedProcesses(): void {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The journeys' portal: its secret, and the owner's connection to a database of its server. */
export function journeysDatabase(): { secret: string; ownerUrl: (name: string) => string } {
  const { dataDir } = startedPortal();
  const secret = readFileSync(join(dataDir, "secret"), "utf8").trim();
  const port = readFileSync(join(dataDir, "postgres.port"), "utf8").trim();
  const password = rolePassword("owner", secret);
  return { secret, ownerUrl: (name) => `postgres://causeway_owner:${password}@127.0.0.1:${port}/${name}` };
}

/** What the portal's own processes are told when they work on a database: the settings of `bin/app-environment.ts` that these tests need. */
export function processEnvironment(options: {
  ownerUrl: string;
  secret: string;
  dataDir: string;
  origin: string;
}): Record<string, string> {
  const { ownerUrl, secret, dataDir, origin } = options;
  return {
    NODE_ENV: "production",
    CAUSEWAY_APP_DATABASE_URL: roleUrl(ownerUrl, "app", secret),
    CAUSEWAY_QUERY_DATABASE_URL: roleUrl(ownerUrl, "query", secret),
    CAUSEWAY_JOBS_DATABASE_URL: roleUrl(ownerUrl, "jobs", secret),
    CAUSEWAY_SECRET: secret,
    CAUSEWAY_DATA_DIR: dataDir,
    CAUSEWAY_ORIGIN: origin,
    CAUSEWAY_LOG_LEVEL: "info",
  };
}

/** The status of the readiness page of a web server, 0 when nobody answers. */
export function readinessOf(port: number): Promise<number> {
  return fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
    ({ status }) => status,
    () => 0,
  );
}
