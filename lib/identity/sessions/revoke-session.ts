import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Ends one of the own sessions, from its next request on. The database tells every web process, which closes its live pages. */
export const revokeSession = command({
  name: "session.revoke",
  permission: "session:write",
  route: { method: "DELETE", path: "/sessions/{id}", summary: "Sign out in one place" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit }) {
    const ended = await tx.execute(sql`
      update sessions set revoked_at = now()
      where id = ${input.id}::uuid and person_id = ${ownPersonId(ctx)}::uuid and revoked_at is null returning 1`);
    if (ended.length === 0) throw new AppError("not_found", "There is no such session.");
    audit({ subjectKind: "session", subjectId: input.id, subjectName: ctx.actor.name, after: { revoked: true } });
    return { id: input.id };
  },
});
