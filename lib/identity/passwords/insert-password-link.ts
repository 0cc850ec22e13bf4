import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

/** A link that sets a new password, once. Those from before do not open any more. `orgId`: where its use is on record. */
export async function insertPasswordLink(
  tx: Transaction,
  { personId, orgId, hours }: { personId: string; orgId: string; hours: number },
): Promise<string> {
  const { token, hash } = makeToken("link");
  await tx.execute(sql`
    update sign_in_links set used_at = now() where person_id = ${personId}::uuid and purpose = 'password' and used_at is null`);
  await tx.execute(sql`
    insert into sign_in_links (token_hash, purpose, person_id, org_id, expires_at)
    values (${hash}, 'password', ${personId}::uuid, ${orgId}::uuid, now() + make_interval(hours => ${hours}))`);
  return `${appOrigin()}/signin/password#${token}`;
}
