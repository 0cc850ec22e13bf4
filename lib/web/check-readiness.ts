import { database } from "#db/client.ts";
import { settings } from "#lib/kernel/env.ts";
import { findMissingMigrations } from "#lib/kernel/find-missing-migrations.ts";

/** What keeps this process from serving, as a sentence, or null. */
export async function checkReadiness(): Promise<string | null> {
  if (settings().CAUSEWAY_SECRET === undefined) return "The secret of the installation is not set.";
  let missing: string[];
  try {
    missing = await findMissingMigrations(database("app"));
  } catch {
    return "The database does not answer or is not migrated.";
  }
  return missing.length === 0 ? null : `The database lacks the migrations of this version: ${missing.join(", ")}.`;
}
