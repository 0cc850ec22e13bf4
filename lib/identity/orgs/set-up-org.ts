import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { addIdentity } from "#lib/identity/identities/sign-in-with-account.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { EmailAddress, Password } from "#lib/identity/members/schema.ts";
import { createOrg } from "#lib/identity/orgs/create-org.ts";
import { OrgName, OrgSlug, TimeZone } from "#lib/identity/orgs/schema.ts";
import { FlowError } from "#lib/identity/providers/flow-error.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { makeContext } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { hashToken, isToken } from "#lib/kernel/tokens.ts";

/** The organization that a setup link is to create. */
export const FirstOrgInput = z.strictObject({
  token: z.string().max(200),
  orgName: OrgName,
  slug: OrgSlug,
  timeZone: TimeZone.default("UTC"),
});

export const SetUpInput = z.strictObject({
  ...FirstOrgInput.shape,
  name: z.string().trim().min(1, "Tell your name").max(120),
  email: EmailAddress,
  password: Password,
});

type FirstOrg = { tokenHash: Buffer; orgName: string; slug: string; timeZone: string };
type Made = { slug: string; session: string };

/**
 * Creates the first organization and its admin, with the single-use link that the first start printed.
 * @returns the admin's session
 * @throws AppError `not_found` when the link is used up
 */
export async function setUpOrg(input: z.output<typeof SetUpInput>, userAgent: string | null): Promise<Made> {
  const { token, orgName, slug, timeZone, ...person } = input;
  const org = { tokenHash: hashToken(isToken("link", token) ? token : ""), orgName, slug, timeZone };
  return setUp(org, person, null, userAgent);
}

/**
 * The same for somebody who signs in at a provider and has no password.
 * @throws FlowError `no-email` when the provider confirms no address
 */
export async function setUpOrgWithAccount(
  org: FirstOrg,
  account: ProviderAccount,
  userAgent: string | null,
): Promise<Made> {
  const { email } = account;
  if (email === null || !account.isEmailVerified) throw new FlowError("no-email");
  return setUp(org, { name: account.name ?? account.login ?? email, email }, account, userAgent);
}

async function setUp(
  { tokenHash, orgName, slug, timeZone }: FirstOrg,
  person: { name: string; email: string; password?: string },
  account: ProviderAccount | null,
  userAgent: string | null,
): Promise<Made> {
  const org = { id: randomUUID(), slug, name: orgName, timeZone };
  const ctx = makeContext({ org, actor: { kind: "system", id: null, name: "setup" }, role: "admin", door: "page" });
  const session = await tenantTransaction({ orgId: org.id }, async (tx) => {
    await consumeLink(tx, tokenHash);
    await createOrg.call(ctx, { slug, name: orgName, timeZone }, tx);
    const { personId } = await addMember.call(ctx, { ...person, role: "admin" }, tx);
    if (account !== null) await addIdentity(tx, personId, account);
    return createSession(tx, personId, userAgent);
  });
  return { slug, session };
}

async function consumeLink(tx: Transaction, tokenHash: Buffer): Promise<void> {
  const used = await tx.execute(sql`
    update sign_in_links set used_at = now()
    where token_hash = ${tokenHash} and purpose = 'setup' and used_at is null and expires_at > now() and not has_any_org() returning 1`);
  if (used.length === 0)
    throw new AppError("not_found", "This setup link was used or has expired; restart Causeway to get a new one.");
}
