import { sql } from "drizzle-orm";
import { z } from "zod";
import { insertPasswordLink } from "#lib/identity/passwords/insert-password-link.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { isMailConfigured } from "#lib/kernel/mail/mail-settings.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * A link with which a member sets a new password. Where a mail server is set up it goes to the member's address and nobody else sees it;
 * else it is shown to the admin, for a member of no other organization: the link gives the whole person.
 */
export const createPasswordLink = command({
  name: "password.create-link",
  permission: "member:write",
  route: { method: "POST", path: "/members/{personId}/password-link", summary: "Let a member set a new password" },
  input: z.strictObject({ personId: z.uuid() }),
  output: z.object({ link: z.string().nullable(), isMailed: z.boolean() }),
  async run({ ctx, tx, input, audit, enqueue }) {
    const [member] = await tx.execute<{ name: string; elsewhere: boolean }>(sql`
      select p.name, works_elsewhere(p.id, m.org_id) as elsewhere from memberships m join people p on p.id = m.person_id
      where m.org_id = ${ctx.org.id}::uuid and m.person_id = ${input.personId}::uuid`);
    if (member === undefined) throw new AppError("not_found", "There is no such member.");
    const isMailed = isMailConfigured();
    const { personId } = input;
    audit({ subjectKind: "member", subjectId: personId, subjectName: member.name, after: { isMailed } });
    if (isMailed) {
      await enqueue("password.mail", { personId }, { jobKey: `password:${personId}` });
      return { link: null, isMailed };
    }
    if (member.elsewhere)
      throw new AppError(
        "conflict",
        `A link for ${member.name} cannot be shown to you. They change their password under Your account, or an operator sets up a mail server.`,
      );
    return { link: await insertPasswordLink(tx, { personId, orgId: ctx.org.id, hours: 24 }), isMailed };
  },
});
