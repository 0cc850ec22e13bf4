import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import type { Region } from "#lib/identity/people/schema.ts";
import { sessionIdleHours } from "#lib/identity/sessions/create-session.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { hashToken, isToken } from "#lib/kernel/tokens.ts";

export type SessionOrg = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  role: Role;
};
export type ResolvedSession = {
  sessionId: string;
  person: { id: string; name: string; email: string; region: Region | null };
  orgs: SessionOrg[];
  /** Where the live stream stood when this was read: it tells whatever happened since. */
  cursor: string;
};

/**
 * Who a session token belongs to and where they may go, read from the database at every request: a revoked session, a changed role and
 * a removed membership count at once. One question to the database, as every page and every request waits for it.
 */
export async function resolveSession(token: string | undefined): Promise<ResolvedSession | null> {
  if (token === undefined || !isToken("session", token)) return null;
  const [row] = await database("app").execute<{ session: ResolvedSession | null }>(
    sql`select find_session(${hashToken(token)}, make_interval(hours => ${sessionIdleHours})) as session`,
  );
  return row?.session ?? null;
}
