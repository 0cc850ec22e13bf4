import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { SeenAlias } from "#lib/identity/aliases/schema.ts";

const longest = 300;

/** Keeps names that were seen, each once. What is known beside a name is brought up to date; what somebody decided about it stays. */
export async function noteAliases(tx: Transaction, orgId: string, seen: SeenAlias[]): Promise<void> {
  const usable = seen.filter(({ value }) => value.trim() !== "" && value.length <= longest);
  if (usable.length === 0) return;
  const rows = JSON.stringify(
    usable.map(({ kind, value, name, emails, logins, isBot = false }) => ({
      kind,
      value,
      name: name?.slice(0, longest) ?? null,
      emails: emails.map((email) => email.toLowerCase()),
      logins: logins.map((login) => login.toLowerCase()),
      is_bot: isBot,
    })),
  );
  await tx.execute(sql`
    insert into person_aliases as a (org_id, kind, value, name, emails, logins, is_bot)
    select distinct on (r.kind, r.value) ${orgId}::uuid, r.kind, r.value, r.name, r.emails, r.logins, r.is_bot
    from jsonb_to_recordset(${rows}::jsonb) as r(kind text, value text, name text, emails text[], logins text[], is_bot boolean)
    on conflict (org_id, kind, value) do update set name = excluded.name, emails = excluded.emails, logins = excluded.logins, is_bot = excluded.is_bot
    where (a.name, a.emails, a.logins, a.is_bot) is distinct from (excluded.name, excluded.emails, excluded.logins, excluded.is_bot)`);
}
