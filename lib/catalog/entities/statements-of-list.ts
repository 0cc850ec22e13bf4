import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";
import {
  buildFilter,
  commonConditions,
  type EntityFilter,
  type FacetName,
  facetConditions,
  facetNames,
} from "#lib/catalog/entities/entity-filter.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { allOf } from "#lib/catalog/query/combine.ts";
import { compilePredicate } from "#lib/catalog/query/compile.ts";
import { type KeyColumn, type KeyOrder, type Keyset, readKeyset } from "#lib/kernel/keyset.ts";

/** Counting stops here: nobody pages that far, and the exact figure costs more than it tells. */
export const countLimit = 10_000;

export const sortFields = ["title", "owner", "lifecycle", "type", "updatedAt"] as const;
export type SortField = (typeof sortFields)[number];
export type Sort = { field: SortField; direction: "ascending" | "descending" };

type Scope = { orgId: string; now: Date };

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
function conditionOf(query: Query | undefined, scope: Scope): SQL {
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

/** One page of a list: its rows with their `keys`, and one row more when there is more. The page is found first, its owners after. */
export function pageStatement(filter: EntityFilter, keyset: Keyset, limit: number, scope: Scope): SQL {
  return sql`select ${summaryColumns}, ${keyset.keys} as keys
    from (select e.* from entities as e where ${conditionOf(buildFilter(filter), scope)} and ${keyset.condition}
      order by ${keyset.orderBy} limit ${limit + 1}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by ${keyset.orderBy}`;
}

/** How many there are, up to one more than is counted. */
export function countStatement(filter: EntityFilter, scope: Scope): SQL {
  return sql`select count(*)::integer as count
    from (select 1 from entities as e where ${conditionOf(buildFilter(filter), scope)} limit ${countLimit + 1}) as counted`;
}

const facetValues: Record<FacetName, SQL> = {
  type: sql`e.type`,
  lifecycle: sql`e.lifecycle`,
  owner: sql`coalesce(e.owner_ref, 'none')`,
  tag: sql`unnest(e.tags)`,
};

/**
 * The values of every facet with how many entities have them under the rest of the filter; a chosen value is always among them.
 * The entities are read once; each facet then counts what the others leave of them.
 */
export function facetsStatement(filter: EntityFilter, valuesPerFacet: number, scope: Scope): SQL {
  const facets = facetNames.map((name) => {
    const others = allOf(facetConditions(filter, name));
    const condition =
      others === undefined ? sql`e.org_id = ${scope.orgId}::uuid` : compilePredicate(others, { ...scope, alias: "e" });
    return sql`(select ${name}::text as facet, v.value, v.count, v.value = any(${sql.param(filter[name])}::text[]) as chosen from (
      select f.value, count(*)::integer as count from (select ${facetValues[name]} as value from matching as e where ${condition}) as f
      where f.value is not null group by f.value) as v
      order by chosen desc, v.count desc, v.value limit ${valuesPerFacet})`;
  });
  return sql`with matching as materialized (
      select e.org_id, e.type, e.lifecycle, e.owner_ref, e.tags from entities as e where ${conditionOf(allOf(commonConditions(filter)), scope)})
    select f.facet, f.value, f.count, o.title as "ownerTitle" from (${sql.join(facets, sql` union all `)}) as f
    left join entities as o on f.facet = 'owner' and o.org_id = ${scope.orgId}::uuid
      and o.blueprint = split_part(f.value, ':', 1) and o.identifier = substr(f.value, strpos(f.value, ':') + 1)
    order by f.facet, f.chosen desc, f.count desc, f.value`;
}
