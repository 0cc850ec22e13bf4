import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** What keeps this process from serving, as a sentence, or null. */
export async function checkReadiness(): Promise<string | null> {
  try {
    await database("app").execute(sql`select 1 from outbox_events limit 1`);
    return null;
  } catch {
    return "The database does not answer or is not migrated.";
  }
}
