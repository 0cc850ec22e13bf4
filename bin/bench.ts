import { join } from "node:path";
import { migrate } from "#db/migrate.ts";
import { roleUrl } from "#db/roles.ts";
import { ensureBuild } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { runCommand } from "./command.ts";
import { openTemporaryDatabase } from "./database/temporary.ts";
import { childEnvironment } from "./environment.ts";
import { programPath } from "./package-programs.ts";
import { freePort } from "./ports.ts";
import { waitUntilReady } from "./readiness.ts";
import { Refusal } from "./refusal.ts";
import { runNode } from "./run-child.ts";
import { stopOnSignals } from "./shutdown.ts";
import { superviseProcess } from "./supervised-process.ts";

const host = "127.0.0.1";

/** Measures on a database of its own. Standard output holds nothing but what the benches found. */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const parameters = process.argv.slice(2);
  const hasPages = parameters.includes("pages") || parameters.every((parameter) => parameter.startsWith("-"));
  const chromium = hasPages ? await ensureChromium() : null;
  if (hasPages) await ensureBuild();
  const database = await openTemporaryDatabase({ isDurable: true });
  const { ownerUrl, secret, dataDir } = database;
  await migrate({ ownerUrl, secret });
  const port = await freePort();
  const origin = `http://${host}:${port}`;
  const environment = {
    NODE_ENV: "production",
    CAUSEWAY_APP_DATABASE_URL: roleUrl(ownerUrl, "app", secret),
    CAUSEWAY_QUERY_DATABASE_URL: roleUrl(ownerUrl, "query", secret),
    CAUSEWAY_SECRET: secret,
    CAUSEWAY_DATA_DIR: dataDir,
    CAUSEWAY_LOG_LEVEL: process.env.CAUSEWAY_LOG_LEVEL ?? "silent",
  };
  const withQueue = { ...environment, CAUSEWAY_JOBS_DATABASE_URL: roleUrl(ownerUrl, "jobs", secret) };
  if (hasPages) await startPortal(childEnvironment(withQueue), childEnvironment({ ...environment, ...portalOf(port) }));
  const { code } = await runNode(["bench/main.ts", ...parameters], {
    environment: childEnvironment({
      ...withQueue,
      TEST_DATABASE_URL: ownerUrl,
      TEST_SECRET: secret,
      BENCH_ORIGIN: origin,
      CHROMIUM_PATH: chromium ?? undefined,
    }),
    output: "show",
  });
  return code;

  /** The web server alone, with the demo's data: nothing is queued while pages are looked at. */
  async function startPortal(forSeed: NodeJS.ProcessEnv, forWeb: NodeJS.ProcessEnv): Promise<void> {
    const seed = ["db/seed/main.ts", "harbourline"];
    const seeded = await runNode(seed, { environment: forSeed, output: "collect" });
    if (seeded.code !== 0) throw new Refusal(`The sample data could not be made:\n${seeded.output}`);
    const web = superviseProcess({
      name: "The web server",
      parameters: [programPath("next", "next"), "start", "-H", host, "-p", String(port)],
      environment: forWeb,
      logPath: join(dataDir, "logs", "web.log"),
      isShown: false,
      onLaunch: () => {},
      reserveMs: 3_500,
      maxStopMs: 6_000,
    });
    await waitUntilReady(host, port, [web], 60_000);
  }
});

function portalOf(port: number): Record<string, string> {
  return { CAUSEWAY_HOST: host, CAUSEWAY_PORT: String(port), CAUSEWAY_ORIGIN: `http://${host}:${port}` };
}
