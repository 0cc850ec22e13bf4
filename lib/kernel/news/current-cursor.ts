import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

/** The cursor of this moment: asked for before a page is read, so that its live stream tells whatever the page could not know. */
export async function currentCursor(): Promise<string> {
  const [row] = await database("app").execute<{ cursor: string }>(
    sql`select pg_current_snapshot()::text || '@' || floor(extract(epoch from now()))::bigint as cursor`,
  );
  return row?.cursor ?? "";
}
