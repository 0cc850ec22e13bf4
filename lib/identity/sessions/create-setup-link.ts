import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

/** A single-use link that creates the first organization and its admin, or null when there is an organization already. */
export async function createSetupLink(): Promise<string | null> {
  return globalTransaction(async (tx) => {
    const [answer] = await tx.execute<{ exists: boolean }>(sql`select has_any_org() as exists`);
    if (answer?.exists !== false) return null;
    const { token, hash } = makeToken("link");
    await tx.execute(sql`
      insert into sign_in_links (token_hash, purpose, expires_at) values (${hash}, 'setup', now() + interval '24 hours')`);
    return `${appOrigin()}/setup#${token}`;
  });
}
