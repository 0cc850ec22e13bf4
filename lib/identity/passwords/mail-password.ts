import { sql } from "drizzle-orm";
import { z } from "zod";
import { tenantTransaction } from "#db/transactions.ts";
import { insertPasswordLink } from "#lib/identity/passwords/insert-password-link.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { sendMail } from "#lib/kernel/mail/send-mail.ts";
import { command } from "#lib/kernel/operation.ts";

/** Sends a member a link that sets a new password. Called by its job; the link is made here, so that the queue never has it. */
export const mailPassword = command({
  name: "password.mail",
  permission: "member:write",
  route: { method: "POST", path: "/members/{personId}/password-mail", summary: "Send a link for a new password" },
  input: z.strictObject({ personId: z.uuid() }),
  output: z.object({ personId: z.string() }),
  // A mail server takes its time: not while a transaction is open. A link whose letter fails is replaced by the next attempt's.
  async prepare({ ctx, input: { personId } }) {
    const { person, link } = await tenantTransaction({ orgId: ctx.org.id }, async (tx) => {
      const [row] = await tx.execute<{ name: string; email: string }>(sql`
        select p.name, p.email from memberships m join people p on p.id = m.person_id
        where m.org_id = ${ctx.org.id}::uuid and m.person_id = ${personId}::uuid`);
      if (row === undefined) throw new AppError("not_found", "There is no such member (any more).");
      return { person: row, link: await insertPasswordLink(tx, { personId, orgId: ctx.org.id, hours: 1 }) };
    });
    await sendMail(person.email, {
      subject: "A new password for Causeway",
      paragraphs: [
        `Hello ${person.name},`,
        "With this link you choose a new password. You are signed out everywhere by it.",
      ],
      button: { label: "Choose a new password", url: link },
      foot: "The link works once, for an hour. You did not ask for it? Then do nothing: your password stays as it is.",
    });
    return person;
  },
  async run({ input, prepared, audit }) {
    const { name, email } = prepared;
    audit({ subjectKind: "member", subjectId: input.personId, subjectName: name, after: { mailedTo: email } });
    return { personId: input.personId };
  },
});
