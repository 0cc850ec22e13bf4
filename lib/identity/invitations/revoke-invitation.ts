import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Takes an invitation back: its link does not open any more. */
export const revokeInvitation = command({
  name: "invitation.revoke",
  permission: "invitation:write",
  route: { method: "DELETE", path: "/invitations/{id}", summary: "Take an invitation back" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [revoked] = await tx.execute<{ email: string; role: string }>(sql`
      update invitations set revoked_at = now()
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and accepted_at is null and revoked_at is null returning email, role`);
    if (revoked === undefined) throw new AppError("not_found", "There is no such open invitation.");
    const { email, role } = revoked;
    audit({ subjectKind: "invitation", subjectId: input.id, subjectName: email, before: { email, role }, after: null });
    await emit({ topic: "invitation.changed", subjectId: input.id });
    return { id: input.id };
  },
});
