import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onStop } from "../shutdown.ts";
import { recordedHome } from "./cluster.ts";
import { openEmbeddedDatabase } from "./open-database.ts";

/** A database that is gone after use, also when its user is killed. */
export type TemporaryDatabase = { ownerUrl: string; secret: string; dataDir: string; close(): Promise<void> };

/** Makes an empty server in a directory of its own. `isDurable`: with the safety, and so the speed, of a real one. */
export async function openTemporaryDatabase(options: { isDurable: boolean }): Promise<TemporaryDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "causeway-"));
  chmodSync(dataDir, 0o711);
  const forget = onStop("the temporary directory", async () => removeAll(dataDir));
  const secret = randomBytes(32).toString("hex");
  const database = await openEmbeddedDatabase({ dataDir, secret, isTemporary: !options.isDurable, remark: () => {} });
  const dismissGuard = guard(dataDir);
  return {
    ownerUrl: database.ownerUrl,
    secret,
    dataDir,
    close: async () => {
      await database.close();
      dismissGuard();
      removeAll(dataDir);
      forget();
    },
  };
}

/**
 * A tiny process that outlives us when we are killed: reading ends without a line when our end of the pipe closes, then it cleans up.
 * @returns sends it away
 */
function guard(dataDir: string): () => void {
  if (process.platform === "win32") return () => {};
  const home = recordedHome(dataDir) ?? dataDir;
  const pid = readFileSync(join(home, "postgres-18/postmaster.pid"), "utf8").split("\n")[0] ?? "";
  const script =
    'read -r line && exit 0; kill -INT "$0" 2>/dev/null; while kill -0 "$0" 2>/dev/null; do sleep 0.2; done; rm -rf "$1" "$2"';
  const child = spawn("/bin/sh", ["-c", script, pid, dataDir, home], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  child.unref();
  child.stdin.on("error", () => {});
  return () => child.stdin.end("dismissed\n");
}

function removeAll(dataDir: string): void {
  const home = recordedHome(dataDir);
  if (home !== null) rmSync(home, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
