import { sql } from "drizzle-orm";
import { z } from "zod";
import { globalTransaction, tenantTransaction } from "#db/transactions.ts";
import { hashPassword } from "#lib/identity/people/hash-password.ts";
import { endSessionsOf } from "#lib/identity/sessions/revoke-sessions.ts";
import { makeContext, type Org } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { hashToken, isToken } from "#lib/kernel/tokens.ts";

/** Sets the password of whoever used a link for it, and signs them out everywhere. */
export const resetPassword = command({
  name: "password.reset",
  permission: "person:write",
  route: { method: "PUT", path: "/account/password-reset", summary: "Set a new password by a link" },
  input: z.strictObject({ personId: z.uuid(), passwordHash: z.string() }),
  output: z.object({ sessionsEnded: z.number() }),
  async run({ ctx, tx, input, audit }) {
    const { personId, passwordHash } = input;
    await tx.execute(sql`update people set password_hash = ${passwordHash} where id = ${personId}::uuid`);
    const sessionsEnded = await endSessionsOf(tx, personId, undefined);
    const after = { passwordChanged: true, sessionsEnded };
    audit({ subjectKind: "person", subjectId: personId, subjectName: ctx.actor.name, after });
    return { sessionsEnded };
  },
});

type Link = { person_id: string; org_id: string; name: string; email: string };
const gone = () => new AppError("not_found", "This link was used or has expired. Ask for a new one.");

/** Uses a password link up. @returns the address to sign in with. @throws AppError `not_found` */
export async function resetPasswordByLink(input: { token: string; password: string }): Promise<{ email: string }> {
  if (!isToken("link", input.token)) throw gone();
  const hash = hashToken(input.token);
  const isOpen = sql`token_hash = ${hash} and purpose = 'password' and used_at is null and expires_at > now()`;
  // Looked at before the password is hashed, which takes a tenth of a second: whoever has no link causes no work.
  const [link] = await globalTransaction((tx) =>
    tx.execute<Link>(sql`
      select l.person_id, l.org_id, p.name, p.email from sign_in_links l join people p on p.id = l.person_id where ${isOpen}`),
  );
  if (link === undefined) throw gone();
  const passwordHash = await hashPassword(input.password);
  const { person_id: personId, org_id: orgId, name, email } = link;
  await tenantTransaction({ orgId, personId }, async (tx) => {
    const used = await tx.execute(sql`update sign_in_links set used_at = now() where ${isOpen} returning 1`);
    const [org] = await tx.execute<Org>(
      sql`select org_id as id, slug, name, time_zone as "timeZone" from orgs where org_id = ${orgId}::uuid`,
    );
    if (used.length === 0 || org === undefined) throw gone();
    const actor = { kind: "user", id: personId, personId, name, email } as const;
    const ctx = makeContext({ org, actor, role: "viewer", door: "page" });
    await resetPassword.call(ctx, { personId, passwordHash }, tx);
  });
  return { email };
}
