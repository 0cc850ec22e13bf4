import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "../fixtures.ts";
import { startedPortal } from "../started-portal.ts";
import {
  freePort,
  journeysDatabase,
  killStartedProcesses,
  processEnvironment,
  readinessOf,
  root,
  startWeb,
} from "./started-processes.ts";

/**
 * The journeys' build and database once more, served as if `proxy.ts` had been removed: the build's list of functions has no proxy.
 * Everything else of the build is the same files, reached through links.
 */
export async function startWithoutProxy(): Promise<{ origin: string; stop: () => void }> {
  const directory = mkdtempSync(join(tmpdir(), "causeway-without-proxy-"));
  linkAllBut(root, directory, [".next", ".git"]);
  mkdirSync(join(directory, ".next/server"), { recursive: true });
  linkAllBut(join(root, ".next"), join(directory, ".next"), ["server", "cache"]);
  linkAllBut(join(root, ".next/server"), join(directory, ".next/server"), [
    "functions-config-manifest.json",
    "middleware.js",
    "middleware.js.nft.json",
  ]);
  writeFileSync(
    join(directory, ".next/server/functions-config-manifest.json"),
    JSON.stringify({ version: 1, functions: {} }),
  );
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { secret, ownerUrl } = journeysDatabase();
  const web = startWeb(
    port,
    processEnvironment({ ownerUrl: ownerUrl("causeway"), secret, dataDir: startedPortal().dataDir, origin }),
    directory,
  );
  await expect.poll(() => readinessOf(port), { timeout: 60_000, message: web.output() }).toBe(200);
  return {
    origin,
    stop: () => {
      killStartedProcesses();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function linkAllBut(from: string, to: string, names: string[]): void {
  for (const name of readdirSync(from)) if (!names.includes(name)) symlinkSync(join(from, name), join(to, name));
}
