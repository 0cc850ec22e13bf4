import { sql } from "drizzle-orm";
import { z } from "zod";
import { tenantTransaction } from "#db/transactions.ts";
import { openLink, SealedLink } from "#lib/identity/mail/seal-link.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { sendMail } from "#lib/kernel/mail/send-mail.ts";
import { command } from "#lib/kernel/operation.ts";

type Row = { email: string; role: string; invited_by_name: string };

/** Sends an invitation's letter and notes that it went out. Called by its job. */
export const mailInvitation = command({
  name: "invitation.mail",
  permission: "invitation:write",
  route: { method: "POST", path: "/invitations/{id}/mail", summary: "Send the letter of an invitation" },
  input: z.strictObject({ id: z.uuid(), link: SealedLink }),
  output: z.object({ id: z.string() }),
  // A mail server takes its time: not while a transaction is open.
  async prepare({ ctx, input: { id, link } }) {
    const [row] = await tenantTransaction(
      { orgId: ctx.org.id },
      (tx) =>
        tx.execute<Row>(sql`
          select email, role, invited_by_name from invitations where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid
            and accepted_at is null and revoked_at is null and expires_at > now()`),
      { readOnly: true },
    );
    if (row === undefined) throw new AppError("not_found", "The invitation was taken back or accepted meanwhile.");
    await sendMail(row.email, {
      subject: `${row.invited_by_name} invites you to ${ctx.org.name} on Causeway`,
      paragraphs: [
        `${row.invited_by_name} invites you to join ${ctx.org.name} on Causeway, as ${row.role}.`,
        "Causeway is where its services, standards and actions are found.",
      ],
      button: { label: "Accept the invitation", url: openLink({ orgId: ctx.org.id, id, purpose: "invitation" }, link) },
      foot: "The link works once and not for long. You did not expect it? Then do nothing: nobody joins without it.",
    });
    return row;
  },
  async run({ ctx, tx, input, prepared, audit, emit }) {
    await tx.execute(
      sql`update invitations set mailed_at = now() where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid`,
    );
    const { email } = prepared;
    audit({ subjectKind: "invitation", subjectId: input.id, subjectName: email, after: { mailedTo: email } });
    await emit({ topic: "invitation.changed", subjectId: input.id });
    return { id: input.id };
  },
});
