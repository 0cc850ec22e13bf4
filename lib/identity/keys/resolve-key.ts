import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Network } from "#lib/identity/keys/schema.ts";
import type { Org } from "#lib/kernel/context.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { hashToken, isToken } from "#lib/kernel/tokens.ts";

export type ResolvedKey = {
  id: string;
  name: string;
  org: Org;
  role: Role;
  /** Null: everything that the role may. */
  scopes: string[] | null;
  serviceAccount: { id: string; name: string } | null;
};

type Row = {
  org_id: string;
  org_slug: string;
  org_name: string;
  time_zone: string;
  key_id: string;
  key_name: string;
  role: Role;
  scopes: string[] | null;
  service_account_id: string | null;
  service_account_name: string | null;
};

/**
 * Which organization a key opens and what it may do there now: its scopes, within the lower of its own role and that of its owner at
 * this moment, read at every request. Null for a key that never was, is revoked or has expired, or whose owner has left or is disabled.
 */
export async function resolveKey(token: string, usedFrom: Network | null = null): Promise<ResolvedKey | null> {
  if (!isToken("key", token)) return null;
  const [row] = await database("app").execute<Row>(sql`select * from find_api_key(${hashToken(token)}, ${usedFrom})`);
  if (row === undefined) return null;
  return {
    id: row.key_id,
    name: row.key_name,
    org: { id: row.org_id, slug: row.org_slug, name: row.org_name, timeZone: row.time_zone },
    role: row.role,
    scopes: row.scopes,
    serviceAccount:
      row.service_account_id === null ? null : { id: row.service_account_id, name: row.service_account_name ?? "" },
  };
}
