import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, signal, waitForEnd } from "./processes.ts";

/** What a supervisor runs, written down so that the next one can end it when this one is killed. */
type Child = { pid: number; identity: string };

const fileName = "children.json";
const drainMs = 6_000;
const children = new Map<string, Child>();

export function rememberChild(dataDir: string, name: string, pid: number): void {
  children.set(name, { pid, identity: identityOf(pid) ?? "" });
  try {
    writeFileSync(join(dataDir, fileName), JSON.stringify([...children.values()]), { mode: 0o600 });
  } catch {
    // A full disk: they still watch for their supervisor themselves.
  }
}

/** Ends what a killed supervisor left running; normally it has noticed and ended already. */
export async function endLeftovers(dataDir: string): Promise<void> {
  let left: Child[];
  try {
    left = JSON.parse(readFileSync(join(dataDir, fileName), "utf8")) as Child[];
  } catch {
    return;
  }
  const living = left.filter((child) => identityOf(child.pid) === child.identity);
  for (const child of living) signal(child.pid, "SIGTERM");
  for (const child of living) {
    if (!(await waitForEnd(child.pid, drainMs))) signal(child.pid, "SIGKILL");
  }
  rmSync(join(dataDir, fileName), { force: true });
}
