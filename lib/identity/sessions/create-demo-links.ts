import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

/** The people of the demo organization that the start command offers links for. */
export const demoPeople = [
  { label: "admin", email: "ines@harbourline.example" },
  { label: "member", email: "mateo@harbourline.example" },
  { label: "viewer", email: "nora@harbourline.example" },
] as const;

/** Makes one single-use sign-in link for each demo person. Links of earlier starts stop working. */
export async function createDemoLinks(): Promise<{ label: string; url: string }[]> {
  return globalTransaction(async (tx) => {
    await tx.execute(sql`update sign_in_links set used_at = now() where purpose = 'demo' and used_at is null`);
    const links = demoPeople.map((person) => ({ ...person, ...makeToken("link") }));
    const rows = JSON.stringify(links.map((link) => ({ email: link.email, hash: link.hash.toString("hex") })));
    const made = await tx.execute<{ email: string }>(sql`
      insert into sign_in_links (token_hash, purpose, person_id, expires_at)
      select decode(r.hash, 'hex'), 'demo', p.id, now() + interval '12 hours'
      from jsonb_to_recordset(${rows}::jsonb) as r(email text, hash text) join people p on lower(p.email) = r.email
      returning (select email from people where id = person_id) as email`);
    const existing = new Set(made.map((row) => row.email));
    return links
      .filter((link) => existing.has(link.email))
      .map((link) => ({ label: link.label, url: `${appOrigin()}/signin/link#${link.token}` }));
  });
}
