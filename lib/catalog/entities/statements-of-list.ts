import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";
import { buildFilter, type EntityFilter } from "#lib/catalog/entities/entity-filter.ts";
import type { SortField } from "#lib/catalog/entities/schema.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { compilePredicate } from "#lib/catalog/query/compile.ts";
import { type KeyColumn, type KeyOrder, type Keyset, readKeyset } from "#lib/kernel/keyset.ts";

export type Sort = { field: SortField; direction: "ascending" | "descending" };

export type Scope = { orgId: string; now: Date };

const title: KeyColumn = { sql: sql`e.title`, type: "text" };
const id: KeyColumn = { sql: sql`e.id`, type: "uuid" };
const columns: Record<SortField, KeyColumn> = {
  title,
  owner: { sql: sql`e.owner_ref`, type: "text", isNullable: true },
  lifecycle: { sql: sql`e.lifecycle`, type: "text", isNullable: true },
  type: { sql: sql`e.type`, type: "text", isNullable: true },
  updatedAt: { sql: sql`e.updated_at`, type: "timestamptz" },
};

/** The condition of a list. Every table in a statement of this file is held to the organization: no other guard applies to its role. */
export function conditionOf(query: Query | undefined, scope: Scope): SQL {
  const own = sql`e.org_id = ${scope.orgId}::uuid and not e.is_archived`;
  return query === undefined ? own : sql`${own} and ${compilePredicate(query, { ...scope, alias: "e" })}`;
}

/** The page of a list that a cursor names, by title where two have the same. Sorting by title is what the index gives. */
export function keysetOf({ field, direction }: Sort, cursor?: string): Keyset {
  const order: KeyOrder =
    field === "title"
      ? { by: title, direction, ties: [id], tiesFollow: true }
      : { by: columns[field], direction, ties: [title, id] };
  return readKeyset(order, cursor);
}

/** The columns of an `EntitySummary`, for aliases `e` (the entity) and `o` (its owner). */
export const summaryColumns = sql`e.id, e.blueprint, e.identifier, e.title, e.description, e.lifecycle, e.type, e.tags, ${iso(sql`e.updated_at`)} as "updatedAt",
  e.owner_ref as "ownerRef", o.title as "ownerTitle"`;

/**
 * One page of a list: its rows with their `keys`, and one row more when there is more. The page is found first, its owners after. `more`
 * are columns that stand with each row.
 */
export function pageStatement(filter: EntityFilter, keyset: Keyset, limit: number, scope: Scope, more = sql``): SQL {
  return sql`select ${summaryColumns}, ${keyset.keys} as keys${more}
    from (select e.* from entities as e where ${conditionOf(buildFilter(filter), scope)} and ${keyset.condition}
      order by ${keyset.orderBy} limit ${limit + 1}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by ${keyset.orderBy}`;
}
