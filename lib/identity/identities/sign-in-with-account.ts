import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { globalTransaction } from "#db/transactions.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { log } from "#lib/kernel/log.ts";

/**
 * Opens a session for the person whom an account at a provider signs in. The e-mail address decides nothing: an account that nobody linked
 * is nobody's, whatever address it has.
 * @returns the session token, or null when the account is nobody's
 */
export async function signInWithAccount(account: ProviderAccount, userAgent: string | null): Promise<string | null> {
  return globalTransaction(async (tx) => {
    const personId = await findPersonOf(tx, account);
    log().info({ event: "sign_in", outcome: personId === null ? "unknown" : "ok", provider: account.provider });
    return personId === null ? null : createSession(tx, personId, userAgent);
  });
}

/** Whose an account is, noting its use and what the provider says about it now. */
export async function findPersonOf(tx: Transaction, account: ProviderAccount): Promise<string | null> {
  const [identity] = await tx.execute<{ person_id: string }>(sql`
    update identities set last_used_at = now(), email = ${account.email}, is_email_verified = ${account.isEmailVerified}, login = ${account.login}
    where issuer = ${account.issuer} and subject = ${account.subject} and provider = ${account.provider} returning person_id`);
  return identity?.person_id ?? null;
}

/** Makes an account a way to sign in for a person. @returns false when it is somebody's already */
export async function addIdentity(tx: Transaction, personId: string, account: ProviderAccount): Promise<boolean> {
  const added = await tx.execute(sql`
    insert into identities (person_id, provider, issuer, subject, email, is_email_verified, login, last_used_at)
    values (${personId}::uuid, ${account.provider}, ${account.issuer}, ${account.subject}, ${account.email}, ${account.isEmailVerified},
      ${account.login}, now()) on conflict (issuer, subject) do nothing returning 1`);
  return added.length > 0;
}
