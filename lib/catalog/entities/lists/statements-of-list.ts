import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";
import {
  buildFilter,
  commonConditions,
  type EntityFilter,
  facetConditions,
  noOwner,
} from "#lib/catalog/entities/lists/entity-filter.ts";
import { waysTo } from "#lib/catalog/entities/lists/statements-of-ways.ts";
import type { SortField } from "#lib/catalog/entities/schema.ts";
import type { Asker } from "#lib/catalog/query/asker.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { compilePredicate } from "#lib/catalog/query/compiler/compile.ts";
import { type KeyColumn, type KeyOrder, type Keyset, readKeyset } from "#lib/kernel/keyset.ts";

export type Sort = { field: SortField; direction: "ascending" | "descending" };

export type Scope = { orgId: string; now: Date; asker?: Asker | undefined };

const title: KeyColumn = { sql: sql`e.title`, type: "text" };
const id: KeyColumn = { sql: sql`e.id`, type: "uuid" };
const columns: Record<SortField, KeyColumn> = {
  title,
  owner: { sql: sql`e.owner_ref`, type: "text", isNullable: true },
  lifecycle: { sql: sql`e.lifecycle`, type: "text", isNullable: true },
  type: { sql: sql`e.type`, type: "text", isNullable: true },
  updatedAt: { sql: sql`e.updated_at`, type: "timestamptz" },
};

type ListKeyset = Keyset & { isByTitle: boolean };

/** The condition of a list. Every table in a statement of this file is held to the organization: no other guard applies to its role. */
export function conditionOf(query: Query | undefined, scope: Scope): SQL {
  const own = sql`e.org_id = ${scope.orgId}::uuid and not e.is_archived`;
  return query === undefined ? own : sql`${own} and ${compilePredicate(query, { ...scope, alias: "e" })}`;
}

/** The page of a list that a cursor names, by title where two have the same. Sorting by title is what the index gives. */
export function keysetOf({ field, direction }: Sort, cursor?: string): ListKeyset {
  const order: KeyOrder =
    field === "title"
      ? { by: title, direction, ties: [id], tiesFollow: true }
      : { by: columns[field], direction, ties: [title, id] };
  return { ...readKeyset(order, cursor), isByTitle: field === "title" };
}

/** The columns of an `EntitySummary`, for aliases `e` (the entity) and `o` (its owner). */
export const summaryColumns = sql`e.id, e.blueprint, e.identifier, e.title, e.description, e.lifecycle, e.type, e.tags, e.version, ${iso(sql`e.updated_at`)} as "updatedAt",
  e.owner_ref as "ownerRef", o.title as "ownerTitle"`;

// A word that is in one of a hundred entities is met so often that reading on in the order of the list finds a page of it sooner than an
// index of all that have it; a rarer one is not met within this many.
const walkedEntities = 2000;

/**
 * One page of a list: its rows with their `keys`, and one row more when there is more. The page is found first, its owners after. `more`
 * are columns that stand with each row.
 */
export function pageStatement(
  filter: EntityFilter,
  keyset: ListKeyset,
  limit: number,
  scope: Scope,
  more = sql``,
): SQL {
  const found = (from: SQL, condition: SQL) =>
    sql`select e.* from ${from} as e where ${condition} and ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}`;
  const condition = conditionOf(buildFilter(filter), scope);
  const withOwners = (page: SQL) => sql`select ${summaryColumns}, ${keyset.keys} as keys${more}
    from (${page}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by ${keyset.orderBy}`;
  const everything = found(sql`entities`, condition);
  if (!keyset.isByTitle || !isGuess(filter)) return withOwners(everything);
  // The planner takes all words and tags for rare. So several ways are here: those after the first are only gone when it did not fill the page.
  const hasOneOwner = filter.owner.length === 1 && filter.owner[0] !== noOwner;
  const order = { blueprint: filter.blueprint, ...(hasOneOwner ? { owner: filter.owner } : {}) };
  const inOrder = conditionOf(buildFilter({ ...noFilter, ...order }), scope);
  const walked = sql`(select e.* from entities as e where ${inOrder} and ${keyset.condition} order by ${keyset.orderBy} limit ${walkedEntities})`;
  const isFull = sql`(select count(*) from walked as w where w.org_id = ${scope.orgId}::uuid) > ${limit}`;
  const ways = waysTo("page", { filter, parts: [...facetConditions(filter), ...commonConditions(filter)] }, scope);
  const first = sql`walked as materialized (${found(walked, condition)})`;
  const itsPage = sql`(select e.* from walked as e where e.org_id = ${scope.orgId}::uuid and ${isFull})`;
  const otherwise = (page: SQL, when: SQL) =>
    sql` union all (select e.* from (${page}) as e where e.org_id = ${scope.orgId}::uuid and not ${isFull}${when})`;
  if (ways?.look == null) return sql`with ${first} ${withOwners(sql`${itsPage}${otherwise(everything, sql``)}`)}`;
  const narrow = sql`${ways.narrow(sql`e.*`, "everything")} and not e.is_archived and ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}`;
  return sql`with ${first}, ${ways.look}
    ${withOwners(sql`${itsPage}${otherwise(narrow, sql` and ${ways.isNarrow}`)}${otherwise(everything, sql` and not ${ways.isNarrow}`)}`)}`;
}

/** What a long page of a list is called, with its `keys`, and one row more when there is more. */
export function referencesStatement(filter: EntityFilter, keyset: ListKeyset, limit: number, scope: Scope): SQL {
  return sql`select e.blueprint, e.identifier, e.title, ${keyset.keys} as keys from entities as e
    where ${conditionOf(buildFilter(filter), scope)} and ${keyset.condition} order by ${keyset.orderBy} limit ${limit + 1}`;
}

const noFilter: EntityFilter = { owner: [], lifecycle: [], type: [], tag: [] };

/** Whether a filter has conditions for which no order of a list is a help, and that may hold for nearly all entities or for hardly any. */
export function isGuess({ text, tag, query }: EntityFilter): boolean {
  return (text ?? "").trim() !== "" || tag.length > 0 || (query ?? "").trim() !== "";
}
