import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { command } from "#lib/kernel/operation.ts";

/** Signs out everywhere: in all other places, or here too. */
export const revokeSessions = command({
  name: "session.revoke-many",
  permission: "session:write",
  route: { method: "POST", path: "/sessions/revocations", summary: "Sign out everywhere" },
  input: z.strictObject({ keepsCurrent: z.boolean().default(true) }),
  output: z.object({ count: z.number() }),
  async run({ ctx, tx, input, audit }) {
    const personId = ownPersonId(ctx);
    const count = await endSessionsOf(tx, personId, input.keepsCurrent ? ctx.actor.sessionId : undefined);
    const after = { revoked: count, keptCurrent: input.keepsCurrent };
    audit({ subjectKind: "session", subjectId: personId, subjectName: ctx.actor.name, after });
    return { count };
  },
});

/** Ends a person's sessions, all or all but one. @returns how many there were */
export async function endSessionsOf(tx: Transaction, personId: string, except: string | undefined): Promise<number> {
  const ended = await tx.execute(sql`
    update sessions set revoked_at = now()
    where person_id = ${personId}::uuid and revoked_at is null and id is distinct from ${except ?? null}::uuid returning 1`);
  return ended.length;
}
