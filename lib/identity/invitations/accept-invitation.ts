import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { roles } from "#lib/kernel/permissions.ts";

/**
 * Uses an invitation up and makes whoever asks a member. The context is the invitation's, for a person who is not a member yet. Somebody
 * who is one already keeps their role.
 */
export const acceptInvitation = command({
  name: "invitation.accept",
  permission: "org:read",
  route: { method: "POST", path: "/invitations/{id}/accept", summary: "Accept an invitation" },
  input: z.strictObject({ id: z.uuid(), personId: z.uuid() }),
  output: z.object({ role: z.enum(roles) }),
  async run({ ctx, tx, input, audit, emit }) {
    const [invitation] = await tx.execute<{ email: string; role: (typeof roles)[number] }>(sql`
      update invitations set accepted_at = now(), accepted_by = ${input.personId}::uuid
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and accepted_at is null and revoked_at is null and expires_at > now()
      returning email, role`);
    if (invitation === undefined)
      throw new AppError("not_found", "This invitation was used, taken back or has expired.");
    const [membership] = await tx.execute<{ role: (typeof roles)[number] }>(sql`
      with joined as (
        insert into memberships (org_id, person_id, role) values (${ctx.org.id}::uuid, ${input.personId}::uuid, ${invitation.role})
        on conflict do nothing returning role)
      select role from joined
      union all select role from memberships where org_id = ${ctx.org.id}::uuid and person_id = ${input.personId}::uuid limit 1`);
    const role = membership?.role ?? invitation.role;
    const { email } = invitation;
    audit({
      subjectKind: "invitation",
      subjectId: input.id,
      subjectName: email,
      after: { joined: ctx.actor.email, role },
    });
    await emit({ topic: "invitation.changed", subjectId: input.id });
    await emit({ topic: "member.added", subjectId: input.personId });
    return { role };
  },
});
