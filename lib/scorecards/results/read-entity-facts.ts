import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import type { EntityFacts, RelationFacts } from "#lib/catalog/query/entity-facts.ts";

/** One entity as the interpreter sees it, with its relations at both ends, or null when it is not there. */
export async function readEntityFacts(tx: Transaction, orgId: string, entityId: string): Promise<EntityFacts | null> {
  const [row] = await tx.execute<Omit<EntityFacts, "relations"> & { relations: RelationFacts[] }>(sql`
    select e.blueprint, e.identifier, e.title, e.description, e.owner_ref as owner, e.lifecycle, e.type, e.search_text as text, e.tags,
      e.properties, e.annotations, e.labels, e.links, ${iso(sql`e.created_at`)} as "createdAt", ${iso(sql`e.updated_at`)} as "updatedAt",
      (select coalesce(jsonb_agg(r), '[]') from (
        select type, 'outgoing' as direction, to_blueprint as blueprint, to_identifier as identifier, to_id is not null as resolved
        from relations where org_id = e.org_id and from_id = e.id
        union all
        select r.type, 'incoming', s.blueprint, s.identifier, true from relations r
        join entities s on s.org_id = e.org_id and s.id = r.from_id where r.org_id = e.org_id and r.to_id = e.id) as r) as relations
    from entities e where e.org_id = ${orgId}::uuid and e.id = ${entityId}::uuid`);
  return row ?? null;
}
