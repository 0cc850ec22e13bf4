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
};

/**
 * Who a session token belongs to and where they may go, read from the database at every request: a revoked session, a changed role and
 * a removed membership count at once.
 */
export async function resolveSession(token: string | undefined): Promise<ResolvedSession | null> {
  if (token === undefined || !isToken("session", token)) return null;
  return database("app").transaction(async (tx) => {
    const [session] = await tx.execute<{
      id: string;
      person_id: string;
      name: string;
      email: string;
      region: Region | null;
      is_stale: boolean;
      set: string;
    }>(sql`
      select s.id, s.person_id, p.name, p.email, p.region, s.last_seen_at < now() - interval '1 minute' as is_stale,
        set_config('app.person', s.person_id::text, true) as set
      from sessions s join people p on p.id = s.person_id
      where s.token_hash = ${hashToken(token)} and s.revoked_at is null and s.expires_at > now()
        and s.last_seen_at > now() - make_interval(hours => ${sessionIdleHours})`);
    if (session === undefined) return null;
    if (session.is_stale) await tx.execute(sql`update sessions set last_seen_at = now() where id = ${session.id}`);
    const orgs = await tx.execute<SessionOrg>(sql`
      select o.org_id as id, o.slug, o.name, o.time_zone as "timeZone", m.role
      from memberships m join orgs o on o.org_id = m.org_id where m.person_id = ${session.person_id} and o.deleted_at is null order by o.name`);
    return {
      sessionId: session.id,
      person: { id: session.person_id, name: session.name, email: session.email, region: session.region },
      orgs: [...orgs],
    };
  });
}
