import { join } from "node:path";
import { appEnvironment } from "./app-environment.ts";
import { ensureBuild } from "./build.ts";
import { recordedHome } from "./database/cluster.ts";
import { requireDiskSpace } from "./disk.ts";
import { openInstallation } from "./installation.ts";
import { endLeftovers, rememberChild } from "./leftovers.ts";
import { takeLock } from "./lock.ts";
import { programPath } from "./package-programs.ts";
import { requireFreePort } from "./ports.ts";
import { prepareDatabase, seedDemo } from "./prepare-database.ts";
import { waitUntilReady } from "./readiness.ts";
import { root } from "./root.ts";
import { onStop, stopOnSignals } from "./shutdown.ts";
import { makeLinks, printAddress } from "./sign-in-links.ts";
import { runStep, say } from "./steps.mjs";
import { superviseProcess } from "./supervised-process.ts";

/** How long a web server whose supervisor was killed may take to let go of its port. */
const orphanDrainMs = 10_000;

/** Everything from a checkout to a running Causeway; ends when it is told to stop. `development` has hot reload and no build. */
export async function serve(mode: "production" | "development"): Promise<number> {
  const startedAt = performance.now();
  stopOnSignals({ exitCode: 0, announce: true });
  say();
  const installation = await runStep("Checking settings, port and disk", async () => {
    const opened = openInstallation();
    const lock = takeLock(opened.dataDir, mode === "production" ? "start" : "dev", opened.origin);
    onStop("the lock", async () => lock.release());
    if (lock.wasLeftBehind) await endLeftovers(opened.dataDir);
    await requireFreePort(
      opened.settings.CAUSEWAY_HOST,
      opened.settings.CAUSEWAY_PORT,
      lock.wasLeftBehind ? orphanDrainMs : 0,
    );
    requireDiskSpace([root, opened.dataDir, recordedHome(opened.dataDir) ?? opened.dataDir]);
    return opened;
  });
  const { CAUSEWAY_HOST: host, CAUSEWAY_PORT: port } = installation.settings;
  if (mode === "production") await ensureBuild();
  const ownerUrl = await prepareDatabase(installation);
  if (installation.isDemo) await seedDemo(installation, ownerUrl);
  const links = await runStep("Starting web and worker", async ({ settle }) => {
    // A deployment collects logs from the output; on a laptop they would bury the links.
    const isShown = mode === "development" || installation.settings.DATABASE_URL !== undefined;
    const onLaunch = (name: string, pid: number) => rememberChild(installation.dataDir, name, pid);
    const program = mode === "production" ? [programPath("next", "next"), "start"] : ["bin/next-dev.ts", "dev"];
    // Registered first, stopped second: the web server goes before the worker.
    const worker = superviseProcess({
      name: "The worker",
      parameters: ["lib/worker/main.ts"],
      environment: appEnvironment(installation, ownerUrl, { hasQueue: true, mode }),
      logPath: join(installation.dataDir, "logs", "worker.log"),
      isShown,
      onLaunch,
      reserveMs: 1_500,
      maxStopMs: 8_000,
    });
    const web = superviseProcess({
      name: "The web server",
      parameters: [...program, "-H", host, "-p", String(port)],
      environment: appEnvironment(installation, ownerUrl, { hasQueue: false, mode }),
      logPath: join(installation.dataDir, "logs", "web.log"),
      isShown,
      onLaunch,
      reserveMs: 3_500,
      maxStopMs: 6_000,
    });
    const ready = waitUntilReady(host, port, [web, worker], mode === "production" ? 120_000 : 180_000);
    const [made] = await Promise.all([makeLinks(installation, ownerUrl), ready]);
    settle("Web and worker run");
    return made;
  });
  printAddress(installation, links, startedAt);
  return new Promise(() => {});
}
