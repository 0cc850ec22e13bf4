import { readFileSync } from "node:fs";
import { join } from "node:path";

export type StartedPortal = { origin: string; dataDir: string; pid: number; links: Record<string, string> };

/** Where the global setup leaves what the journeys need to know. */
export const portalFile = join(import.meta.dirname, "../test-results/portal.json");

/** The portal that the global setup started. */
export function startedPortal(): StartedPortal {
  return JSON.parse(readFileSync(portalFile, "utf8")) as StartedPortal;
}
