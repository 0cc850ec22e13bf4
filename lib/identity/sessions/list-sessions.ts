import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { sessionIdleHours } from "#lib/identity/sessions/create-session.ts";
import { Session } from "#lib/identity/sessions/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** Where the person who asks is signed in, this browser first. */
export const listSessions = query({
  name: "session.list",
  permission: "session:read",
  route: { method: "GET", path: "/sessions", summary: "List where you are signed in" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(Session) }),
  async run({ ctx, tx }) {
    const items = await tx.execute<z.infer<typeof Session>>(sql`
      select id, user_agent as "userAgent", ${iso(sql`created_at`)} as "createdAt", ${iso(sql`last_seen_at`)} as "lastSeenAt",
        id is not distinct from ${ctx.actor.sessionId ?? null}::uuid as "isCurrent"
      from sessions where person_id = ${ownPersonId(ctx)}::uuid and revoked_at is null and expires_at > now()
        and last_seen_at > now() - make_interval(hours => ${sessionIdleHours})
      order by "isCurrent" desc, last_seen_at desc, id limit 100`);
    return { items: [...items] };
  },
});
