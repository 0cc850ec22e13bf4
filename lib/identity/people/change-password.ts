import { sql } from "drizzle-orm";
import { z } from "zod";
import { globalTransaction } from "#db/transactions.ts";
import { Password } from "#lib/identity/members/schema.ts";
import { hashPassword, verifyPassword } from "#lib/identity/people/hash-password.ts";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { endSessionsOf } from "#lib/identity/sessions/revoke-sessions.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

const attemptsPerMinute = 10;

/** Changes the own password, which takes the current one, and signs out everywhere else. */
export const changePassword = command({
  name: "password.change",
  permission: "person:write",
  route: { method: "PUT", path: "/account/password", summary: "Change your password" },
  input: z.strictObject({ currentPassword: z.string().max(256), newPassword: Password }),
  output: z.object({ sessionsEnded: z.number() }),
  // Hashing takes a tenth of a second: not while a transaction is open.
  async prepare({ ctx, input }) {
    const stored = await storedHash(ownPersonId(ctx));
    if (!(await verifyPassword(stored, input.currentPassword)))
      throw new AppError("invalid", "The current password is not right; nothing was changed.", [
        { path: "currentPassword", message: "This is not your current password" },
      ]);
    return { stored, hash: await hashPassword(input.newPassword) };
  },
  async run({ ctx, tx, prepared, audit }) {
    const personId = ownPersonId(ctx);
    const changed = await tx.execute(sql`
      update people set password_hash = ${prepared.hash}
      where id = ${personId}::uuid and password_hash = ${prepared.stored} returning 1`);
    if (changed.length === 0)
      throw new AppError("conflict", "The password was changed elsewhere just now; sign in again.");
    const sessionsEnded = await endSessionsOf(tx, personId, ctx.actor.sessionId);
    const after = { passwordChanged: true, sessionsEnded };
    audit({ subjectKind: "person", subjectId: personId, subjectName: ctx.actor.name, after });
    return { sessionsEnded };
  },
});

/** Counts the attempt, so that somebody at an open browser cannot guess, and reads what to compare with. */
async function storedHash(personId: string): Promise<string | null> {
  return globalTransaction(async (tx) => {
    const [count] = await tx.execute<{ attempts: number }>(sql`
      insert into sign_in_attempts (bucket, window_at, attempts) values (${`password:${personId}`}, date_bin('1 minute', now(), 'epoch'), 1)
      on conflict (bucket, window_at) do update set attempts = sign_in_attempts.attempts + 1 returning attempts`);
    if ((count?.attempts ?? 0) > attemptsPerMinute)
      throw new AppError("rate_limited", "Too many attempts; wait a minute and try again.");
    const [person] = await tx.execute<{ password_hash: string | null }>(
      sql`select password_hash from people where id = ${personId}::uuid`,
    );
    return person?.password_hash ?? null;
  });
}
