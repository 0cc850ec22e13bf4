import { sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";
import { giveLink } from "#lib/identity/invitations/give-link.ts";
import { CreateInvitationInput, InvitationLink } from "#lib/identity/invitations/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

/** Invites somebody by a link that works once, for a while. Whether the address has an account already makes no difference here. */
export const createInvitation = command({
  name: "invitation.create",
  permission: "invitation:write",
  route: { method: "POST", path: "/invitations", summary: "Invite somebody" },
  input: CreateInvitationInput,
  output: InvitationLink,
  async run({ ctx, tx, input, audit, emit, enqueue }) {
    const { email, role, expiresInDays } = input;
    const refuse = (message: string, detail: string) => new AppError("conflict", detail, [{ path: "email", message }]);
    const [member] = await tx.execute(sql`
      select 1 from memberships m join people p on p.id = m.person_id
      where m.org_id = ${ctx.org.id}::uuid and lower(p.email) = ${email}`);
    if (member !== undefined) throw refuse("Already a member", `${email} is a member of ${ctx.org.name} already.`);
    const { token, hash } = makeToken("link");
    const [made] = await tx.execute<{ id: string; expiresAt: string }>(sql`
      insert into invitations (org_id, email, role, token_hash, invited_by, invited_by_name, expires_at)
      values (${ctx.org.id}::uuid, ${email}, ${role}, ${hash}, ${ctx.actor.personId ?? null}::uuid, ${ctx.actor.name},
        now() + make_interval(days => ${expiresInDays}))
      on conflict do nothing returning id, ${iso(sql`expires_at`)} as "expiresAt"`);
    if (made === undefined) throw refuse("Invited already", `${email} is invited already; send that invitation again.`);
    audit({ subjectKind: "invitation", subjectId: made.id, subjectName: email, after: { email, role } });
    await emit({ topic: "invitation.changed", subjectId: made.id });
    return giveLink({ ctx, enqueue }, made, token);
  },
});
