import { sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";
import { globalTransaction } from "#db/transactions.ts";
import type { Org } from "#lib/kernel/context.ts";

export type DeletedOrg = Org & { eraseAt: string };

/** The deleted organizations that a person, as their admin, can still bring back. */
export async function listDeletedOrgs(personId: string): Promise<DeletedOrg[]> {
  const orgs = await globalTransaction(
    (tx) =>
      tx.execute<DeletedOrg>(sql`
        select o.org_id as id, o.slug, o.name, o.time_zone as "timeZone", ${iso(sql`o.erase_at`)} as "eraseAt"
        from memberships m join orgs o on o.org_id = m.org_id
        where m.person_id = ${personId}::uuid and m.role = 'admin' and o.erase_at > now() order by o.name, o.org_id`),
    personId,
  );
  return [...orgs];
}
