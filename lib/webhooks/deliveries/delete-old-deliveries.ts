import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** Deletes what webhooks were sent more than so many days ago, of every organization, a thousand at a time. What still waits stays. */
export async function deleteOldDeliveries(keepDays: number): Promise<number> {
  let total = 0;
  for (;;) {
    const [row] = await database("app").execute<{ count: number }>(
      sql`select delete_old_deliveries(${keepDays}) as count`,
    );
    total += row?.count ?? 0;
    if ((row?.count ?? 0) === 0) return total;
  }
}
