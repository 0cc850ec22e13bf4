import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { EntityFacts, RelationFacts } from "#lib/catalog/query/entity-facts.ts";
import { relationFactsSql } from "#lib/catalog/relations/relation-facts-sql.ts";

/** More entities around one than this are not read. */
const mostRelatives = 1000;

type Relative = { blueprint: string; identifier: string; relations: RelationFacts[] };

/**
 * The relations of the entities around one, as far as `hops` relations from it; undefined when there are too many to read. Where no
 * query looks that far, `hops` is 0 and nothing is read.
 */
export async function readRelatives(
  tx: Transaction,
  orgId: string,
  entityId: string,
  hops: number,
): Promise<EntityFacts["relatives"]> {
  if (hops === 0) return new Map();
  const org = sql`${orgId}::uuid`;
  const rows = await tx.execute<Relative>(sql`
    with recursive near as (
      (select ${entityId}::uuid as id, 0 as hop
        union select owner_id, 0 from entities where org_id = ${org} and id = ${entityId}::uuid and owner_id is not null)
      union select o.id, n.hop + 1 from near n cross join lateral (
        select to_id as id from relations where org_id = ${org} and from_id = n.id and to_id is not null
        union select from_id from relations where org_id = ${org} and to_id = n.id) as o where n.hop < ${hops}),
    around as materialized (select distinct id from near limit ${mostRelatives + 1})
    select e.blueprint, e.identifier, ${relationFactsSql(orgId, sql`e`)} as relations
    from around a join entities e on e.org_id = ${org} and e.id = a.id`);
  if (rows.length > mostRelatives) return undefined;
  return new Map([...rows].map(({ blueprint, identifier, relations }) => [`${blueprint}:${identifier}`, relations]));
}
