import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { EmailAddress, Password } from "#lib/identity/members/schema.ts";
import { createOrg } from "#lib/identity/orgs/create-org.ts";
import { OrgName, OrgSlug, TimeZone } from "#lib/identity/orgs/schema.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { makeContext } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { hashToken, isToken } from "#lib/kernel/tokens.ts";

export const SetUpInput = z.strictObject({
  token: z.string(),
  orgName: OrgName,
  slug: OrgSlug,
  timeZone: TimeZone.default("UTC"),
  name: z.string().trim().min(1, "Tell your name").max(120),
  email: EmailAddress,
  password: Password,
});

/**
 * Creates the first organization and its admin, with the single-use link that the first start printed.
 * @returns the admin's session
 * @throws AppError `not_found` when the link is used up
 */
export async function setUpOrg(
  input: z.output<typeof SetUpInput>,
  userAgent: string | null,
): Promise<{ slug: string; session: string }> {
  const org = { id: randomUUID(), slug: input.slug, name: input.orgName, timeZone: input.timeZone };
  const ctx = makeContext({ org, actor: { kind: "system", id: null, name: "setup" }, role: "admin", door: "page" });
  const session = await tenantTransaction({ orgId: org.id }, async (tx) => {
    await useUpLink(tx, input.token);
    await createOrg.call(ctx, { slug: input.slug, name: input.orgName, timeZone: input.timeZone }, tx);
    const { name, email, password } = input;
    const { personId } = await addMember.call(ctx, { email, name, role: "admin", password }, tx);
    return createSession(tx, personId, userAgent);
  });
  return { slug: input.slug, session };
}

async function useUpLink(tx: Transaction, token: string): Promise<void> {
  const used = !isToken("link", token)
    ? []
    : await tx.execute(sql`
        update sign_in_links set used_at = now()
        where token_hash = ${hashToken(token)} and purpose = 'setup' and used_at is null and expires_at > now() and not has_any_org() returning 1`);
  if (used.length === 0)
    throw new AppError("not_found", "This setup link was used or has expired; restart Causeway to get a new one.");
}
