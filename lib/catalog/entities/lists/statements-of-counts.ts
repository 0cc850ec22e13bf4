import { type SQL, sql } from "drizzle-orm";
import {
  commonConditions,
  type EntityFilter,
  type FacetName,
  facetConditions,
  facetNames,
  wordsOf,
} from "#lib/catalog/entities/lists/entity-filter.ts";
import { conditionOf, isGuess, type Scope } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { type Asked, waysTo } from "#lib/catalog/entities/lists/statements-of-ways.ts";
import { allOf } from "#lib/catalog/query/combine.ts";

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
    const parts = [...facetConditions(filter, without), ...common];
    const from = sql`${sql.identifier(name)} as e where e.org_id = ${scope.orgId}::uuid`;
    const size = sql.identifier(`${name}_size`);
    sets.push(...matchingSets(name, { filter, parts, limit, without }, scope));
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

/** How many entities there are under a filter: what the database keeps, or counted no further than one more than `limit`. */
export function totalStatement(filter: EntityFilter, limit: number, scope: Scope): SQL {
  const chosen = facetNames.filter((name) => filter[name].length > 0);
  if (isKept(filter, chosen, "all"))
    return sql`select coalesce(sum(c.count), 0)::integer as count from ${keptCounts(filter, "all", scope)}`;
  const parts = [...facetConditions(filter), ...commonConditions(filter)];
  const sets = sql.join(matchingSets("matching", { filter, parts, limit }, scope), sql`, `);
  return sql`with ${sets} select count(*)::integer as count from matching as e where e.org_id = ${scope.orgId}::uuid`;
}

const countedColumns = sql`e.org_id, e.type, e.lifecycle, e.owner_ref, e.tags`;

/** The entities that match, as a set of this name, at most one more than `limit`. */
function matchingSets(name: string, { filter, parts, limit, without }: Asked, scope: Scope): SQL[] {
  const set = sql.identifier(name);
  const most = limit === undefined ? sql`` : sql` limit ${limit + 1}`;
  const everywhere = sql`select ${countedColumns} from entities as e where ${conditionOf(allOf(parts), scope)}${most}`;
  const ways = isGuess(filter) ? waysTo(name, { filter, parts, limit, without }, scope) : null;
  if (ways === null) return [sql`${set} as materialized (${everywhere})`];
  const narrow = sql`${ways.narrow(countedColumns, "listed")}${most}`;
  if (ways.look === null) return [sql`${set} as materialized (${narrow})`];
  return [
    ways.look,
    sql`${set} as materialized (
      (select e.* from (${narrow}) as e where e.org_id = ${scope.orgId}::uuid and ${ways.isNarrow})
      union all (select e.* from (${everywhere}) as e where e.org_id = ${scope.orgId}::uuid and not ${ways.isNarrow}))`,
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
