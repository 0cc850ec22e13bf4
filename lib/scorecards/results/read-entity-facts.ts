import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import type { EntityFacts, RelationFacts } from "#lib/catalog/query/entity-facts.ts";
import { relationFactsSql } from "#lib/catalog/relations/relation-facts-sql.ts";

/** One entity as the interpreter sees it, with its relations at both ends, or null when it is not there. */
export async function readEntityFacts(tx: Transaction, orgId: string, entityId: string): Promise<EntityFacts | null> {
  const [row] = await tx.execute<Omit<EntityFacts, "relations"> & { relations: RelationFacts[] }>(sql`
    select e.blueprint, e.identifier, e.title, e.description, e.owner_ref as owner, e.lifecycle, e.type, e.search_text as text, e.tags,
      e.properties, e.annotations, e.labels, e.links, ${iso(sql`e.created_at`)} as "createdAt", ${iso(sql`e.updated_at`)} as "updatedAt",
      ${iso(sql`e.verified_at`)} as "verifiedAt",
      ${relationFactsSql(orgId, sql`e`)} as relations
    from entities e where e.org_id = ${orgId}::uuid and e.id = ${entityId}::uuid`);
  return row ?? null;
}
