import { type SQL, sql } from "drizzle-orm";
import {
  commonConditions,
  type EntityFilter,
  type FacetName,
  facetConditions,
  facetNames,
  wordsOf,
} from "#lib/catalog/entities/entity-filter.ts";
import { asksForRelationsOnly, isNarrow } from "#lib/catalog/entities/narrow-query.ts";
import { conditionOf, isGuess, type Scope } from "#lib/catalog/entities/statements-of-list.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { allOf } from "#lib/catalog/query/combine.ts";
import { compilePredicate } from "#lib/catalog/query/compile.ts";

/** Counting for a page stops here; what is beyond is asked for once the page is there. */
export const countLimit = 10_000;
export const valuesPerFacet = 50;

/** `facet` is `all` for how many there are, and otherwise one value of a facet. A count that is not exact is a least one. */
export type CountRow = {
  facet: FacetName | "all";
  value: string;
  count: number;
  isExact: boolean;
  ownerTitle: string | null;
};

const facetSql: Record<FacetName, SQL> = {
  type: sql`e.type`,
  lifecycle: sql`e.lifecycle`,
  owner: sql`coalesce(e.owner_ref, 'none')`,
  tag: sql`unnest(e.tags)`,
};

/**
 * How many entities there are under a filter, and the values of every facet with how many have them under the rest of the filter, so that
 * they show what another choice would give; a chosen value is always among them. What the database keeps is read from there: everything
 * without a filter, and what a choice in a single facet leaves. The rest is counted, of at most `limit` entities where one is given.
 */
export function countsStatement(filter: EntityFilter, limit: number | undefined, scope: Scope): SQL {
  const chosen = facetNames.filter((name) => filter[name].length > 0);
  const common = commonConditions(filter);
  const sets: SQL[] = [];
  const counted = (name: string, without?: FacetName) => {
    // What is quickly compared stands before words, which are looked for in what is left.
    const query = allOf([...facetConditions(filter, without), ...common]);
    const from = sql`${sql.identifier(name)} as e where e.org_id = ${scope.orgId}::uuid`;
    const size = sql.identifier(`${name}_size`);
    sets.push(...matchingSets(name, filter, query, limit, scope, without));
    sets.push(sql`${size} as materialized (select ${scope.orgId}::uuid as org_id, count(*) as count from ${from})`);
    return { from, count: sql`(select s.count from ${size} as s where s.org_id = ${scope.orgId}::uuid)` };
  };
  let everything: ReturnType<typeof counted> | undefined;
  const matching = () => (everything ??= counted("matching"));
  const isExact = (count: SQL) => (limit === undefined ? sql`true` : sql`(${count} <= ${limit})`);

  const values = facetNames.map((name) => {
    const isChosen = sql`v.value = any(${sql.param(filter[name])}::text[])`;
    const ordered = sql`order by chosen desc, v.count desc, v.value limit ${valuesPerFacet}`;
    if (isKept(filter, chosen, name))
      return sql`(select ${name}::text as facet, v.value, v.count, true as exact, ${isChosen} as chosen from (
        select c.value, sum(c.count)::integer as count from ${keptCounts(filter, name, scope)} group by c.value having sum(c.count) > 0) as v ${ordered})`;
    const { from, count } = chosen.includes(name) ? counted(`without_${name}`, name) : matching();
    return sql`(select ${name}::text as facet, v.value, v.count, ${isExact(count)} as exact, ${isChosen} as chosen from (
      select f.value, count(*)::integer as count from (select ${facetSql[name]} as value from ${from}) as f
      where f.value is not null group by f.value) as v ${ordered})`;
  });
  const total = isKept(filter, chosen, "all")
    ? sql`(select 'all'::text as facet, '' as value, coalesce(sum(c.count), 0)::integer as count, true as exact, false as chosen
        from ${keptCounts(filter, "all", scope)})`
    : sql`(select 'all'::text as facet, '' as value, ${limit === undefined ? matching().count : sql`least(${matching().count}, ${limit})`}::integer as count,
        ${isExact(matching().count)} as exact, false as chosen)`;
  const within = sets.length === 0 ? sql`` : sql`with ${sql.join(sets, sql`, `)} `;
  return sql`${within}select f.facet, f.value, f.count, f.exact as "isExact", o.title as "ownerTitle"
    from (${sql.join([total, ...values], sql` union all `)}) as f
    left join entities as o on f.facet = 'owner' and o.org_id = ${scope.orgId}::uuid
      and o.blueprint = split_part(f.value, ':', 1) and o.identifier = substr(f.value, strpos(f.value, ':') + 1)
    order by f.facet, f.chosen desc, f.count desc, f.value`;
}

const countedColumns = sql`e.org_id, e.type, e.lifecycle, e.owner_ref, e.tags`;
// Of each kind this many are looked at to find out how often a condition holds.
const looked = 1000;
// What an index finds is read where it lies, in wide rows all over the table: that costs as much as reading on over this many narrow ones.
const costOfFound = 5;
// Rarer than this a look does not tell.
const leastShare = 1 / looked;

/**
 * The entities that match, as a set of this name, at most one more than `limit`. The planner may not look at what it knows about words and
 * tags (its role is held by a policy) and takes all of them for rare. So both ways are here, and a look at some entities says which one is gone:
 * reading on in narrow rows until there are enough, or an index, which first finds everything that has the words, whatever else is asked.
 */
function matchingSets(
  name: string,
  filter: EntityFilter,
  query: Query | undefined,
  limit: number | undefined,
  scope: Scope,
  without: FacetName | undefined,
): SQL[] {
  const set = sql.identifier(name);
  const most = limit === undefined ? sql`` : sql` limit ${limit + 1}`;
  const found = (from: SQL, condition: SQL) =>
    sql`select ${countedColumns} from ${from} as e where ${condition}${most}`;
  const everywhere = found(sql`entities`, conditionOf(query, scope));
  if (!isGuess(filter) || !isNarrow(query)) return [sql`${set} as materialized (${everywhere})`];
  const own = sql`l.org_id = ${scope.orgId}::uuid`;
  const ofKind = filter.blueprint === undefined ? sql`` : sql` and l.blueprint = ${filter.blueprint}`;
  const compiled = (part: Query | undefined) =>
    part === undefined ? sql`true` : compilePredicate(part, { ...scope, alias: "e" });
  // In the order of the index, as long as few are enough. The planner cannot see through this limit, which keeps the condition out, whose
  // rarity it does not know: it takes a tenth for enough, and does not sort everything first.
  const inOrder = limit === undefined ? sql`` : sql` order by l.blueprint desc, l.id desc limit (select 2147483647)`;
  const walked = found(sql`(select l.* from listed_entities as l where ${own}${ofKind}${inOrder})`, compiled(query));
  if (asksForRelationsOnly(query)) return [sql`${set} as materialized (${walked})`];
  const look = sql.identifier(`${name}_look`);
  const kept = sql`entity_counts as c where c.org_id = ${scope.orgId}::uuid and c.facet = 'all'`;
  const kinds = sql`select c.blueprint, sum(c.count) as count from ${kept}${
    filter.blueprint === undefined ? sql`` : sql` and c.blueprint = ${filter.blueprint}`
  } group by c.blueprint having sum(c.count) > 0`;
  const share = (condition: SQL) =>
    sql`coalesce(sum(case when ${condition} then e.stands_for end) / sum(e.stands_for), 0)`;
  const parts = indexedParts(filter, without);
  const shares = (parts.length === 0 ? [query] : parts).map((part) => share(compiled(part)));
  const enough = limit ?? 2_147_483_647;
  const walk = sql`(select k.is_walk from ${look} as k where k.org_id = ${scope.orgId}::uuid)`;
  return [
    sql`${look} as materialized (
      select ${scope.orgId}::uuid as org_id,
        least(s.total, ${enough} / greatest(s.matching, ${leastShare})) <=
        s.found * a.total + ${costOfFound} * least(s.found * a.total, ${enough} * s.found / greatest(s.matching, ${leastShare})) as is_walk
      from (select ${share(compiled(query))} as matching, least(${sql.join(shares, sql`, `)}) as found, sum(e.stands_for) as total
        from (select l.*, k.count::float8 / least(k.count, ${looked}) as stands_for from (${kinds}) as k cross join lateral (
          select l.* from listed_entities as l where ${own} and l.blueprint = k.blueprint order by l.id desc limit ${looked}) as l) as e) as s,
        (select sum(c.count) as total from ${kept}) as a)`,
    sql`${set} as materialized (
      (select e.* from (${walked}) as e where e.org_id = ${scope.orgId}::uuid and ${walk})
      union all (select e.* from (${everywhere}) as e where e.org_id = ${scope.orgId}::uuid and not ${walk}))`,
  ];
}

/** The parts of a filter that have an index of their own and that the planner thinks rare: it takes that of one of them. */
function indexedParts({ text, tag, owner }: EntityFilter, without: FacetName | undefined): Query[] {
  const alone = [
    allOf(commonConditions({ ...nothingChosen, text })),
    allOf(facetConditions({ ...nothingChosen, tag }, without)),
    allOf(facetConditions({ ...nothingChosen, owner }, without)),
  ];
  return alone.filter((part) => part !== undefined);
}

const nothingChosen: EntityFilter = { owner: [], lifecycle: [], type: [], tag: [] };

/** Whether the database keeps these counts: all of them without a filter; with choices in one facet, that facet's and their sum. */
function isKept(filter: EntityFilter, chosen: FacetName[], name: FacetName | "all"): boolean {
  if (wordsOf(filter.text).length > 0 || (filter.query ?? "").trim() !== "") return false;
  const [only, ...more] = chosen;
  if (only === undefined) return true;
  if (more.length > 0) return false;
  // An entity has one type, but several tags: with two chosen, those that have both are not counted twice.
  return name === only || (name === "all" && (only !== "tag" || new Set(filter.tag).size === 1));
}

function keptCounts(filter: EntityFilter, name: FacetName | "all", scope: Scope): SQL {
  const ofKind = filter.blueprint === undefined ? sql`` : sql` and c.blueprint = ${filter.blueprint}`;
  const own = sql`entity_counts as c where c.org_id = ${scope.orgId}::uuid${ofKind}`;
  if (name !== "all") return sql`${own} and c.facet = ${name}`;
  const only = facetNames.find((candidate) => filter[candidate].length > 0);
  return only === undefined
    ? sql`${own} and c.facet = 'all'`
    : sql`${own} and c.facet = ${only} and c.value = any(${sql.param(filter[only])}::text[])`;
}
