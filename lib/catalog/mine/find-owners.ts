import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { chooseLookUp, lookUpEntity, nameIn } from "#lib/catalog/entities/imports/look-up.ts";
import { groupsOfTeams } from "#lib/catalog/mine/get-mine.ts";
import { holdsSql } from "#lib/catalog/relations/details-sql.ts";

/**
 * The members of the organization that an owner stands for: those whose membership names the team or who are in a team that is it, those whose person in the catalog
 * (found by e-mail address) is a member of the group, and the person itself where an entity is owned by a person.
 */
export async function findOwners(
  tx: Transaction,
  orgId: string,
  refs: string[],
): Promise<{ ref: string; personId: string }[]> {
  if (refs.length === 0) return [];
  const org = sql`${orgId}::uuid`;
  const lookUp = await chooseLookUp(tx, orgId, refs.length);
  return [
    ...(await tx.execute<{ ref: string; personId: string }>(sql`
      with owners as (
        select w.ref, g.id from unnest(${sql.param([...new Set(refs)])}::text[]) as w(ref)
        ${lookUpEntity(orgId, sql`g`, nameIn(sql`w.ref`), lookUp)}),
      users as (
        select o.ref, o.id from owners o where o.ref like 'user:%'
        union select o.ref, r.from_id from owners o join relations r on r.org_id = ${org} and r.to_id = o.id and r.type = 'memberOf' and ${holdsSql(sql`r`)}
        union select o.ref, r.to_id from owners o join relations r on r.org_id = ${org} and r.from_id = o.id and r.type = 'hasMember' and ${holdsSql(sql`r`)})
      select o.ref, m.person_id as "personId" from owners o join memberships m on m.org_id = ${org} and m.team_ref = o.ref
      union
      select o.ref, g."personId" from owners o
      join (${groupsOfTeams(orgId, sql`true`, sql`t.group_ref as ref, a.person_id as "personId"`)}) g on g.ref = o.ref
      union
      select u.ref, m.person_id from users u
      join entities e on e.org_id = ${org} and e.id = u.id and e.blueprint = 'user' and not e.is_archived
      join people p on lower(p.email) = lower(coalesce(e.properties->>'email', e.properties->'profile'->>'email'))
      join memberships m on m.org_id = ${org} and m.person_id = p.id`)),
  ];
}
