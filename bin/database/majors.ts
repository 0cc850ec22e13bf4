import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";

/**
 * Refuses when the data was written by another major version of PostgreSQL, which this one cannot read. Starting with an empty cluster
 * beside it would look as if everything were gone. `mayBeginAnew`: a backup is about to be read, so only the cluster itself has to fit.
 */
export function requireSameMajor(home: string, major: string, mayBeginAnew: boolean): void {
  const clusters = findClusters(home);
  const own = clusters.find(({ name }) => name === `postgres-${major}`);
  if (own !== undefined && own.version === major) return;
  const other = own ?? clusters.toSorted((one, two) => Number(two.version) - Number(one.version))[0];
  if (other === undefined || (own === undefined && mayBeginAnew)) return;
  throw new Refusal(
    [
      `The data in ${join(home, other.name)} was written by PostgreSQL ${other.version}, and this version of Causeway brings PostgreSQL ${major}, which cannot read it. Nothing was changed. To take it over:`,
      "  1. with the version of Causeway that you had before:  npm run backup -- ../causeway-before-upgrade --with-secret",
      own === undefined
        ? "  2. with this version:                                 npm run restore -- ../causeway-before-upgrade"
        : `  2. move ${join(home, other.name)} aside, then with this version:  npm run restore -- ../causeway-before-upgrade`,
      `When everything is there, ${join(home, other.name)} can be deleted.`,
    ].join("\n"),
  );
}

function findClusters(home: string): { name: string; version: string }[] {
  try {
    return readdirSync(home)
      .filter((name) => /^postgres-\d+$/.test(name))
      .flatMap((name) => {
        try {
          return [{ name, version: readFileSync(join(home, name, "PG_VERSION"), "utf8").trim() }];
        } catch {
          // Begun and never finished, or not ours to read: then it is the server's user that will say so.
          return [];
        }
      });
  } catch {
    return [];
  }
}
