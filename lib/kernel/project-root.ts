import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

let found: string | undefined;

/** The directory of Causeway's own package.json: from the working directory upwards, so that it is the same when bundled. */
export function projectRoot(): string {
  if (found !== undefined) return found;
  for (let directory = process.cwd(); ; directory = dirname(directory)) {
    if (existsSync(join(directory, "package.json")) && existsSync(join(directory, "db/migrations"))) {
      found = directory;
      return directory;
    }
    if (dirname(directory) === directory) throw new Error("Causeway must be started inside its own directory.");
  }
}
