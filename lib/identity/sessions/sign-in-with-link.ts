import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { hashToken, isToken } from "#lib/kernel/tokens.ts";

/** Uses up a one-click link of the demo and opens a session. @returns the session token, or null when the link is not (or no longer) valid. */
export async function signInWithLink(token: string, userAgent: string | null): Promise<string | null> {
  if (!isToken("link", token)) return null;
  return globalTransaction(async (tx) => {
    const [link] = await tx.execute<{ person_id: string }>(sql`
      update sign_in_links set used_at = now()
      where token_hash = ${hashToken(token)} and purpose = 'demo' and used_at is null and expires_at > now() returning person_id`);
    return link === undefined ? null : createSession(tx, link.person_id, userAgent);
  });
}
