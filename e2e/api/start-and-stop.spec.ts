import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { startedPortal } from "../started-portal.ts";

const root = join(import.meta.dirname, "../..");

type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function start(environment: Record<string, string>): Started {
  const child = spawn("node", ["bin/causeway.mjs", "start"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, ended: new Promise((resolve) => child.on("close", resolve)) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The processes whose command line or environment names this directory. */
function processesOf(dataDir: string): number[] {
  return execFileSync("ps", ["-eo", "pid="], { encoding: "utf8" })
    .split("\n")
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && mentions(pid, dataDir));
}

function mentions(pid: number, dataDir: string): boolean {
  try {
    return ["cmdline", "environ"].some((file) => readFileSync(`/proc/${pid}/${file}`, "utf8").includes(dataDir));
  } catch {
    return false;
  }
}

const refusals: [string, Record<string, string>, RegExp][] = [
  ["an unknown setting", { CAUSEWAY_PROT: "3001" }, /CAUSEWAY_PROT is not a setting/],
  ["a setting that cannot be used", { CAUSEWAY_PORT: "eighty" }, /CAUSEWAY_PORT cannot be used/],
  ["demo mode open to the network", { CAUSEWAY_HOST: "0.0.0.0" }, /127\.0\.0\.1/],
  [
    "demo mode on somebody's database",
    { CAUSEWAY_DEMO: "on", DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" },
    /CAUSEWAY_DEMO/,
  ],
  ["a database that does not answer", { DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" }, /DATABASE_URL/],
];

test("what cannot work is refused in a sentence that says what to do", async () => {
  test.setTimeout(120_000);
  const taken = new URL(startedPortal().origin).port;
  for (const [name, environment, sentence] of [
    ...refusals,
    ["a taken port", { CAUSEWAY_PORT: taken }, /port/i] as const,
  ]) {
    const dataDir = mkdtempSync(join(tmpdir(), "causeway-refused-"));
    const port = String(await freePort());
    const portal = start({ CAUSEWAY_DATA_DIR: dataDir, CAUSEWAY_PORT: port, ...environment });
    expect(await portal.ended, name).toBe(1);
    expect(portal.output(), name).toMatch(sentence);
    expect(portal.output(), name).not.toMatch(/\n\s+at .*:\d+:\d+/);
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test("after everything was killed the next start goes on with the data, and Ctrl-C leaves nothing running", async () => {
  test.skip(process.platform !== "linux", "SKIPPED: looks for left processes in /proc");
  test.setTimeout(180_000);
  const dataDir = mkdtempSync(join(tmpdir(), "causeway-killed-"));
  const environment = { CAUSEWAY_DATA_DIR: dataDir, CAUSEWAY_PORT: String(await freePort()) };
  const ready = (portal: Started) => expect.poll(portal.output, { timeout: 90_000 }).toMatch(/viewer\s+http/);

  const first = start(environment);
  await ready(first);
  const secret = readFileSync(join(dataDir, "secret"), "utf8");
  for (const pid of processesOf(dataDir)) process.kill(pid, "SIGKILL");
  await first.ended;

  const second = start(environment);
  await ready(second);
  expect(second.output()).not.toContain("Applied");
  expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe(secret);
  const askedAt = performance.now();
  second.child.kill("SIGINT");
  await second.ended;
  expect(performance.now() - askedAt).toBeLessThan(10_000);
  expect(processesOf(dataDir)).toEqual([]);
  rmSync(dataDir, { recursive: true, force: true });
});
