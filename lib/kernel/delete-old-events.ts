import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** Deletes events that are older than two days, of every organization, a few thousand at a time. */
export async function deleteOldEvents(): Promise<number> {
  let total = 0;
  for (;;) {
    const [row] = await database("app").execute<{ count: number }>(sql`select delete_old_events() as count`);
    total += row?.count ?? 0;
    if ((row?.count ?? 0) === 0) return total;
  }
}
