import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { giveLink } from "#lib/identity/invitations/give-link.ts";
import { InvitationLink } from "#lib/identity/invitations/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

/** Gives an invitation a new link and a new week. The link before does not open any more. */
export const resendInvitation = command({
  name: "invitation.resend",
  permission: "invitation:write",
  route: { method: "POST", path: "/invitations/{id}/resend", summary: "Give an invitation a new link" },
  input: z.strictObject({ id: z.uuid() }),
  output: InvitationLink,
  async run({ ctx, tx, input, audit, emit, enqueue }) {
    const { token, hash } = makeToken("link");
    const [renewed] = await tx.execute<{ id: string; email: string; expiresAt: string }>(sql`
      update invitations set token_hash = ${hash}, expires_at = now() + interval '7 days', mailed_at = null
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and accepted_at is null and revoked_at is null
      returning id, email, ${iso(sql`expires_at`)} as "expiresAt"`);
    if (renewed === undefined) throw new AppError("not_found", "There is no such open invitation.");
    const after = { expiresAt: renewed.expiresAt };
    audit({ subjectKind: "invitation", subjectId: renewed.id, subjectName: renewed.email, after });
    await emit({ topic: "invitation.changed", subjectId: renewed.id });
    return giveLink({ ctx, enqueue }, renewed, token);
  },
});
