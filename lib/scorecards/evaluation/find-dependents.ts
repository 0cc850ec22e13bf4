import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { QueryNeeds } from "#lib/catalog/query/elaboration/query-needs.ts";

/** The entities that have a relation of these types to one of these, or are owned by one, and are not among them. */
export async function findDependents(
  tx: Transaction,
  orgId: string,
  entityIds: readonly string[],
  relations: QueryNeeds["relations"],
): Promise<string[]> {
  const ofType = relations === "all" ? sql`` : sql` and type = any(${sql.param(relations)}::text[])`;
  const ids = sql`any(${sql.param(entityIds)}::uuid[])`;
  const rows = await tx.execute<{ id: string }>(sql`
    select id from (
      select from_id as id from relations where org_id = ${orgId}::uuid and to_id = ${ids}${ofType}
      union select id from entities where org_id = ${orgId}::uuid and owner_id = ${ids}) as dependent
    except select unnest(${sql.param(entityIds)}::uuid[])`);
  return rows.map((row) => row.id);
}
