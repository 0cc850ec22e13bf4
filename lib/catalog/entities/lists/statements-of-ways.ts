import { type SQL, sql } from "drizzle-orm";
import {
  commonConditions,
  type EntityFilter,
  type FacetName,
  facetConditions,
  wordsOf,
} from "#lib/catalog/entities/lists/entity-filter.ts";
import { asksForRelationsOnly, isNarrow, relationNobodyHas } from "#lib/catalog/entities/lists/narrow-query.ts";
import type { Scope } from "#lib/catalog/entities/lists/statements-of-list.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { allOf } from "#lib/catalog/query/combine.ts";
import { compilePredicate } from "#lib/catalog/query/compiler/compile.ts";
import { holdsSql } from "#lib/catalog/relations/details-sql.ts";

// Of each kind this many are looked at to find out how often a condition holds; what is rarer than one of them is not told apart.
const looked = 1000;
const leastShare = 1 / looked;
// What lies in wide rows all over the table costs as much to read as reading on over this many narrow ones.
const costOfWide = 5;
// Of so many of a kind, reading all that is pointed at beside them takes less than asking of each, until enough are found.
const mergedEntities = 150_000;

/** What is asked for, in parts that all must hold. `limit`: so many are enough, whichever; `without` is a facet that is left out of the parts. */
export type Asked = {
  filter: EntityFilter;
  parts: Query[];
  limit?: number | undefined;
  without?: FacetName | undefined;
};

/**
 * Two ways to what words and tags say. The planner may not look at what it knows about them (its role is held by a policy) and takes all of
 * them for rare. So both ways are in a statement, and a look at some entities says which one is gone: reading on in narrow rows, or an
 * index, which first finds everything that has the words, of every kind and whatever else is asked.
 */
export type Ways = {
  /** Stands before the statement. */
  look: SQL | null;
  /** Whether narrow rows are read. */
  isNarrow: SQL;
  /** Entities that match, as `e`: narrow rows alone, or with all there is of each. */
  narrow(columns: SQL, needs: "listed" | "everything"): SQL;
};

/** The ways to what is asked; null when narrow rows do not help. */
export function waysTo(name: string, asked: Asked, scope: Scope): Ways | null {
  const { filter, limit, without } = asked;
  const parts = asked.parts.flatMap((part) => (part.op === "and" ? part.of : [part]));
  const [listed, others] = [parts.filter(isNarrow), parts.filter((part) => !isNarrow(part))];
  const indexed = indexedParts(filter, without);
  if (others.length > 0 && indexed.length === 0) return null;
  const own = sql`l.org_id = ${scope.orgId}::uuid`;
  const ofKind = filter.blueprint === undefined ? sql`` : sql` and l.blueprint = ${filter.blueprint}`;
  const compiled = (query: Query | undefined, alias: string) =>
    query === undefined ? sql`true` : compilePredicate(query, { ...scope, alias });
  // In the order of the index, as long as few are enough. The planner cannot see through this limit, which keeps the condition out, whose
  // rarity it does not know: it takes a tenth for enough, and does not sort everything first.
  const inOrder = limit === undefined ? sql`` : sql` order by l.blueprint desc, l.id desc limit (select 2147483647)`;
  const rows = sql`(select l.* from listed_entities as l where ${own}${ofKind}${inOrder})`;
  const unpointed = indexed.length === 0 ? unpointedRows(asked, listed, scope) : null;
  const narrowAlone = (columns: SQL) => {
    const asking = (more = sql``) =>
      sql`select ${columns} from ${rows} as e where ${compiled(allOf(listed), "e")}${more}`;
    if (unpointed === null) return asking();
    const merged = sql`select ${columns} from ${unpointed.rows} as e where e.org_id = ${scope.orgId}::uuid`;
    if (limit === undefined) return merged;
    return sql`select u.* from (${merged} and ${unpointed.areFew} union all ${asking(sql` and not (${unpointed.areFew})`)}) as u where u.org_id = ${scope.orgId}::uuid`;
  };
  const narrow: Ways["narrow"] = (columns, needs) =>
    needs === "listed" && others.length === 0
      ? narrowAlone(columns)
      : // One after the other: the planner would walk all entities in the order of the list, and ask of each whether it is among the few.
        sql`select ${columns} from (
            select n.id from ${rows} as n where n.org_id = ${scope.orgId}::uuid and ${compiled(allOf(listed), "n")} offset 0) as n1
          cross join lateral (select f.* from entities as f where f.org_id = ${scope.orgId}::uuid and f.id = n1.id offset 0) as e
          where ${compiled(allOf(others), "e")}`;
  if (asksForRelationsOnly(allOf(parts))) return { look: null, isNarrow: sql`true`, narrow };
  const look = sql.identifier(`${name}_look`);
  const kept = sql`entity_counts as c where c.org_id = ${scope.orgId}::uuid and c.facet = 'all'`;
  const kinds = sql`select c.blueprint, sum(c.count) as count from ${kept} group by c.blueprint having sum(c.count) > 0`;
  // How many there may be of all entities: those that were looked at, each for as many as it stands for.
  const about = (query: Query | undefined) =>
    sql`coalesce(sum(e.stands_for) filter (where ${compiled(query, "e")}), 0)`;
  const found = (indexed.length === 0 ? [allOf(listed)] : indexed).map(about);
  const isOfKind = filter.blueprint === undefined ? sql`true` : sql`e.blueprint = ${filter.blueprint}`;
  // What else is asked of each does not stand in narrow rows: how many are enough is not known then.
  const stopsAt = others.length > 0 || limit === undefined ? sql`'infinity'::float8` : sql`${limit}::float8`;
  const isWide = others.length > 0 || limit === undefined;
  return {
    isNarrow: sql`(select k.is_narrow from ${look} as k where k.org_id = ${scope.orgId}::uuid)`,
    narrow,
    look: sql`${look} as materialized (
      select ${scope.orgId}::uuid as org_id,
        least(s.total, ${stopsAt} * s.total / greatest(s.matching, s.total * ${leastShare})) + ${isWide ? costOfWide : 0} * s.matching <=
        s.found + ${costOfWide} * least(s.found, ${stopsAt} * s.found / greatest(s.matching, s.total * ${leastShare})) as is_narrow
      from (select ${about(allOf(listed))} as matching, least(${sql.join(found, sql`, `)}) as found,
          coalesce(sum(e.stands_for) filter (where ${isOfKind}), 1) as total
        from (select l.*, k.count::float8 / least(k.count, ${looked}) as stands_for from (${kinds}) as k cross join lateral (
          select l.* from listed_entities as l where ${own} and l.blueprint = k.blueprint order by l.id desc limit ${looked}) as l) as e) as s)`,
  };
}

/**
 * Narrow rows of a kind that nothing points at with some relation: both are read side by side in the order of their indexes, which is the
 * plan for as long as that order ascends and the planner sees how many there are. Relations with dates are few and have an index of their own.
 */
function unpointedRows({ filter }: Asked, listed: Query[], scope: Scope): { rows: SQL; areFew: SQL } | null {
  const relations = listed.flatMap((part) => relationNobodyHas(part) ?? []);
  const { blueprint } = filter;
  if (relations.length === 0 || blueprint === undefined) return null;
  const [org, at] = [sql`${scope.orgId}::uuid`, sql`${scope.now.toISOString()}::timestamptz`];
  const rest = allOf(listed.filter((part) => relationNobodyHas(part) === null));
  const rows = sql`select l.* from listed_entities as l where l.org_id = ${org} and l.blueprint = ${blueprint}
    and ${rest === undefined ? sql`true` : compilePredicate(rest, { ...scope, alias: "l" })} order by l.blueprint, l.id offset 0`;
  const pointing = (relation: string) =>
    sql`relations as r where r.org_id = ${org} and r.type = ${relation}::text and r.to_id = l.id`;
  const nobody = relations.map(
    (relation) => sql`not exists (select 1 from ${pointing(relation)} and r.since is null and r.until is null)
      and not exists (select 1 from ${pointing(relation)} and (r.since is not null or r.until is not null) and ${holdsSql(sql`r`, at)})`,
  );
  return {
    rows: sql`(select l.* from (${rows}) as l where l.org_id = ${org} and ${sql.join(nobody, sql` and `)})`,
    areFew: sql`coalesce((select sum(c.count) from entity_counts as c where c.org_id = ${org} and c.facet = 'all' and c.blueprint = ${blueprint}), 0) <= ${mergedEntities}`,
  };
}

/** The parts of a filter that have an index of their own and that the planner thinks rare: it takes that of one of them. */
function indexedParts({ text, tag, owner }: EntityFilter, without: FacetName | undefined): Query[] {
  const alone = [
    wordsOf(text).length === 0 ? undefined : allOf(commonConditions({ ...nothingChosen, text })),
    allOf(facetConditions({ ...nothingChosen, tag }, without)),
    allOf(facetConditions({ ...nothingChosen, owner }, without)),
  ];
  return alone.filter((part) => part !== undefined);
}

const nothingChosen: EntityFilter = { owner: [], lifecycle: [], type: [], tag: [] };
