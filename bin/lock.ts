import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf } from "./processes.ts";
import { Refusal } from "./refusal.ts";

/** Who uses a data directory right now. */
export type Holder = { pid: number; identity: string; command: string; address: string | null };

const fileName = "running.json";

/**
 * Takes the data directory for this process.
 * @throws Refusal when a living process has it
 * @returns `release` gives it back; `wasLeftBehind`: its last holder was killed, so processes of it may still be ending
 */
export function takeLock(
  dataDir: string,
  command: string,
  address: string | null,
): { release: () => void; wasLeftBehind: boolean } {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const path = join(dataDir, fileName);
  const mine: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? "", command, address };
  let wasLeftBehind = false;
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      const release = () => {
        if (holderOf(dataDir)?.pid === process.pid) rmSync(path, { force: true });
      };
      return { release, wasLeftBehind };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const holder = holderOf(dataDir);
      if (holder !== null) throw new Refusal(explain(holder, dataDir));
      wasLeftBehind = true;
      rmSync(path, { force: true });
    }
  }
  throw new Refusal(`${path} is being taken by another process; try again.`);
}

/** The living process that has a data directory, if any. */
export function holderOf(dataDir: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(join(dataDir, fileName), "utf8")) as Holder;
    return identityOf(holder.pid) === holder.identity ? holder : null;
  } catch {
    return null;
  }
}

function explain(holder: Holder, dataDir: string): string {
  if (holder.address === null)
    return `npm run ${holder.command} (process ${holder.pid}) is using ${dataDir}; wait until it has ended.`;
  return `Causeway already runs at ${holder.address} (process ${holder.pid}, data in ${dataDir}); open it there, or stop it with Ctrl-C first.`;
}
