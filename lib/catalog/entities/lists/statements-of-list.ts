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

export type ListKeyset = Keyset & { isByTitle: boolean };

/** The condition of a list. Every table in a statement of this file is held to the organization: no other guard applies to its role. */
export function conditionOf(query: Query | undefined, scope: Scope): SQL {
  const own = sql`e.org_id = ${scope.orgId}::uuid and not e.is_archived`;
  return query === undefined ? own : sql`${own} and ${compilePredicate(query, { ...scope, alias: "e" })}`;
}

/**
 * The page of a list that a cursor names. Of what has the same the title decides, and of what changed in one moment the order in which it
 * came; descending is ascending from its end, so that each order has one index.
 */
export function keysetOf({ field, direction }: Sort, cursor?: string): ListKeyset {
  const ties = field === "title" || field === "updatedAt" ? [id] : [title, id];
  const order: KeyOrder = { by: columns[field], direction, ties, tiesFollow: true };
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
  const { sets, rows } = pageRows(filter, keyset, limit, scope);
  return withOwners(sets, rows, keyset, scope, more);
}

/** The rows of a page with what stands in a list of each: `sets` are named before, `rows` have all columns of entities as `e`. */
export function withOwners(
  sets: SQL[],
  rows: SQL,
  { keys, orderBy }: Pick<Keyset, "keys" | "orderBy">,
  scope: Scope,
  more: SQL,
): SQL {
  const before = sets.length === 0 ? sql`` : sql`with ${sql.join(sets, sql`, `)} `;
  return sql`${before}select ${summaryColumns}, ${keys} as keys${more}
    from (${rows}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by ${orderBy}`;
}

type Page = Pick<ListKeyset, "condition" | "orderBy" | "parts" | "isByTitle">;

/** The rows of a page, of entities for which `also` holds as well, and the sets that are named before them. */
export function pageRows(
  filter: EntityFilter,
  page: Page,
  limit: number,
  scope: Scope,
  also = sql`true`,
): { sets: SQL[]; rows: SQL } {
  const condition = sql`${conditionOf(buildFilter(filter), scope)} and ${also}`;
  const inItsOrder = sql`${page.condition} order by ${page.orderBy} limit ${limit + 1}`;
  const everything = sql`select e.* from entities as e where ${condition} and ${inItsOrder}`;
  const hasIndex = page.isByTitle || filter.blueprint !== undefined;
  if (!isGuess(filter)) {
    const rows = hasIndex ? inParts(condition, page, limit + 1, scope) : ofEveryKind(condition, page, limit + 1, scope);
    return { sets: [], rows };
  }
  if (!hasIndex) return { sets: [], rows: everything };
  // The planner takes all words and tags for rare. So several ways are here: those after the first are only gone when it did not fill the page.
  const hasOneOwner = filter.owner.length === 1 && filter.owner[0] !== noOwner;
  const order = { blueprint: filter.blueprint, ...(hasOneOwner ? { owner: filter.owner } : {}) };
  const inOrder = conditionOf(buildFilter({ ...noFilter, ...order }), scope);
  const walked = sql`(${inParts(inOrder, page, walkedEntities, scope)})`;
  const isFull = sql`(select count(*) from walked as w where w.org_id = ${scope.orgId}::uuid) > ${limit}`;
  const ways = waysTo("page", { filter, parts: [...facetConditions(filter), ...commonConditions(filter)] }, scope);
  const first = sql`walked as materialized (select e.* from ${walked} as e where ${condition} and ${inItsOrder})`;
  const itsPage = sql`(select e.* from walked as e where e.org_id = ${scope.orgId}::uuid and ${isFull})`;
  const otherwise = (way: SQL, when: SQL) =>
    sql` union all (select e.* from (${way}) as e where e.org_id = ${scope.orgId}::uuid and not ${isFull}${when})`;
  if (ways?.look == null) {
    const readOn = otherwise(inParts(condition, page, limit + 1, scope), sql``);
    return { sets: [first], rows: sql`${itsPage}${readOn}` };
  }
  const narrow = sql`${ways.narrow(sql`e.*`, "everything")} and not e.is_archived and ${also} and ${inItsOrder}`;
  return {
    sets: [first, ways.look],
    rows: sql`${itsPage}${otherwise(narrow, sql` and ${ways.isNarrow}`)}${otherwise(everything, sql` and not ${ways.isNarrow}`)}`,
  };
}

/** The first entities of a page, as many as are asked for, each part of it in the order of an index. */
function inParts(condition: SQL, { parts, orderBy }: Page, most: number, { orgId }: Scope): SQL {
  const read = parts.map(
    (part) =>
      sql`select e.* from entities as e where ${condition} and ${part.condition} order by ${part.orderBy} limit ${most}`,
  );
  if (read.length === 1) return sql.join(read);
  return sql`select e.* from (${sql.join(
    read.map((part) => sql`(${part})`),
    sql` union all `,
  )}) as e where e.org_id = ${orgId}::uuid order by ${orderBy} limit ${most}`;
}

/** The same of every kind: each has its part of an index, and there are few. */
function ofEveryKind(condition: SQL, keyset: Page, most: number, scope: Scope): SQL {
  const org = sql`${scope.orgId}::uuid`;
  const kinds = sql`select c.blueprint from entity_counts as c where c.org_id = ${org} and c.facet = 'all' group by c.blueprint having sum(c.count) > 0`;
  return sql`select e.* from (${kinds}) as k1
    cross join lateral (${inParts(sql`${condition} and e.blueprint = k1.blueprint`, keyset, most, scope)}) as e
    order by ${keyset.orderBy} limit ${most}`;
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
