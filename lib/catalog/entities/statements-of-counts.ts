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
    sets.push(...matchingSets(name, filter, query, limit, scope));
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
// Of each kind this many are looked at to find out how often a condition holds, and from this share on it is met sooner by reading on in
// narrow rows than by an index, which first finds all that there are.
const looked = 1000;
const oftenShare = 0.05;

/**
 * The entities that match, as a set of this name, at most one more than `limit`. The planner may not look at what it knows about words and
 * tags (its role is held by a policy) and takes all of them for rare. So both ways are here, and a look at some entities says which one is gone.
 */
function matchingSets(
  name: string,
  filter: EntityFilter,
  query: Query | undefined,
  limit: number | undefined,
  scope: Scope,
): SQL[] {
  const set = sql.identifier(name);
  const most = limit === undefined ? sql`` : sql` limit ${limit + 1}`;
  const found = (from: SQL, condition: SQL) =>
    sql`select ${countedColumns} from ${from} as e where ${condition}${most}`;
  const everywhere = found(sql`entities`, conditionOf(query, scope));
  if (!isGuess(filter) || !isNarrow(query)) return [sql`${set} as materialized (${everywhere})`];
  const own = sql`l.org_id = ${scope.orgId}::uuid`;
  const ofKind = filter.blueprint === undefined ? sql`` : sql` and l.blueprint = ${filter.blueprint}`;
  const condition = query === undefined ? sql`true` : compilePredicate(query, { ...scope, alias: "e" });
  // In the order of the index, as long as few are enough. The planner cannot see through this limit, which keeps the condition out, whose
  // rarity it does not know: it takes a tenth for enough, and does not sort everything first.
  const inOrder = limit === undefined ? sql`` : sql` order by l.blueprint desc, l.id desc limit (select 2147483647)`;
  const walked = found(sql`(select l.* from listed_entities as l where ${own}${ofKind}${inOrder})`, condition);
  if (asksForRelationsOnly(query)) return [sql`${set} as materialized (${walked})`];
  const look = sql.identifier(`${name}_look`);
  const share = sql`(select k.share from ${look} as k where k.org_id = ${scope.orgId}::uuid)`;
  const kinds = sql`select distinct c.org_id, c.blueprint from entity_counts as c where c.org_id = ${scope.orgId}::uuid and c.facet = 'all'${
    filter.blueprint === undefined ? sql`` : sql` and c.blueprint = ${filter.blueprint}`
  }`;
  return [
    sql`${look} as materialized (
      select ${scope.orgId}::uuid as org_id, coalesce(avg(case when ${condition} then 1 else 0 end), 0) as share
      from (${kinds}) as k cross join lateral (
        select l.* from listed_entities as l where ${own} and l.blueprint = k.blueprint order by l.id desc limit ${looked}) as e)`,
    sql`${set} as materialized (
      (select e.* from (${walked}) as e where e.org_id = ${scope.orgId}::uuid and ${share} >= ${oftenShare})
      union all (select e.* from (${everywhere}) as e where e.org_id = ${scope.orgId}::uuid and ${share} < ${oftenShare}))`,
  ];
}

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
