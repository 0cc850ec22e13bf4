import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Org } from "#lib/kernel/context.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { hashToken, isToken } from "#lib/kernel/tokens.ts";

export type ResolvedKey = { id: string; name: string; org: Org; role: Role };

type Row = {
  org_id: string;
  org_slug: string;
  org_name: string;
  time_zone: string;
  key_id: string;
  key_name: string;
  role: Role;
};

/**
 * Which organization a key opens and what it may do there now: the lower of its own role and its creator's at this moment, read at
 * every request. Null for a key that never was, is revoked or has expired, or whose creator has left.
 */
export async function resolveKey(token: string): Promise<ResolvedKey | null> {
  if (!isToken("key", token)) return null;
  const [row] = await database("app").execute<Row>(sql`select * from find_api_key(${hashToken(token)})`);
  if (row === undefined) return null;
  const org = { id: row.org_id, slug: row.org_slug, name: row.org_name, timeZone: row.time_zone };
  return { id: row.key_id, name: row.key_name, org, role: row.role };
}
