import { type SQL, sql } from "drizzle-orm";
import {
  buildFilter,
  commonConditions,
  type EntityFilter,
  facetConditions,
  wordsOf,
} from "#lib/catalog/entities/lists/entity-filter.ts";
import type { Ranking } from "#lib/catalog/entities/lists/ranking.ts";
import {
  conditionOf,
  type ListKeyset,
  pageRows,
  pageStatement,
  type Scope,
  withOwners,
} from "#lib/catalog/entities/lists/statements-of-list.ts";
import { waysTo } from "#lib/catalog/entities/lists/statements-of-ways.ts";
import { beginningSql, prefixPattern, rankSql } from "#lib/catalog/entities/search/ranks.ts";
import { type KeyOrder, type Keyset, readKeyset } from "#lib/kernel/keyset.ts";

/** A page of a list by best match. */
export type BestPage = Keyset & { ranking: Ranking };

type Rows = { sets: SQL[]; rows: SQL };

const bestOrder: KeyOrder = {
  by: { sql: sql`e.rank`, type: "integer" },
  direction: "ascending",
  ties: [
    { sql: sql`e.rank_key`, type: "text" },
    { sql: sql`e.title`, type: "text" },
    { sql: sql`e.id`, type: "uuid" },
  ],
};

// Ranks from here on are those of `beginnings`. So a cursor says which order it goes on with, however many match by then.
const places = { identifier: 10, title: 11, beginning: 12, rest: 13 } as const;
type Place = (typeof places)[keyof typeof places];

/** The page that a cursor names, in the order of which it was made; without one the first page of this order. @throws AppError */
export function bestPage(ranking: Ranking, cursor?: string): BestPage {
  const keyset = readKeyset(bestOrder, cursor);
  if (keyset.place === null) return { ...keyset, ranking };
  return { ...keyset, ranking: Number(keyset.place[2][0]) < places.identifier ? "all" : "beginnings" };
}

/** A page of a list, by best match or by a column. */
export type ListPage = BestPage | ListKeyset;

/** How far a page is ranked; null for the order of a column. */
export function rankingOf(page: ListPage): Ranking | null {
  return "ranking" in page ? page.ranking : null;
}

/** One page of a list in the order that it is asked for. */
export function orderedStatement(filter: EntityFilter, page: ListPage, limit: number, scope: Scope, more = sql``): SQL {
  return "ranking" in page
    ? bestStatement(filter, page, limit, scope, more)
    : pageStatement(filter, page, limit, scope, more);
}

/** One page of a list by best match, like `pageStatement`. */
export function bestStatement(filter: EntityFilter, page: BestPage, limit: number, scope: Scope, more = sql``): SQL {
  const { sets, rows } = bestRows(filter, page, limit, scope);
  return withOwners(sets, rows, page, scope, more);
}

/** The rows of a page by best match, with `rank` and `rank_key`, of entities for which `also` holds as well. */
export function bestRows(
  filter: EntityFilter,
  page: BestPage,
  limit: number,
  scope: Scope,
  also: SQL = sql`true`,
): Rows {
  return page.ranking === "all"
    ? everyRank(filter, page, limit, scope, also)
    : beginningsFirst(filter, page, limit, scope, also);
}

/** All that match are found the quickest way, ranked like in a search, and the page is taken of them. */
function everyRank(filter: EntityFilter, page: BestPage, limit: number, scope: Scope, also: SQL): Rows {
  const parts = [...facetConditions(filter), ...commonConditions(filter)];
  const ways = waysTo("best", { filter, parts }, scope);
  const everything = sql`select e.* from entities as e where ${conditionOf(buildFilter(filter), scope)} and ${also}`;
  const matching =
    ways?.look == null
      ? everything
      : sql`(select e.* from (${ways.narrow(sql`e.*`, "everything")} and not e.is_archived and ${also}) as e
            where e.org_id = ${scope.orgId}::uuid and ${ways.isNarrow})
          union all (select e.* from (${everything}) as e where e.org_id = ${scope.orgId}::uuid and not ${ways.isNarrow})`;
  // Ranked once for each, not once for each comparison.
  const ranked = sql`select e.*, lpad(length(e.title)::text, 4, '0') collate "C" as rank_key, ${rankSql(wordsOf(filter.text))} as rank
    from (${matching}) as e offset 0`;
  return {
    sets: ways?.look == null ? [] : [ways.look],
    rows: sql`select e.* from (${ranked}) as e where ${page.condition} order by ${page.orderBy} limit ${limit + 1}`,
  };
}

/** Each place is read in the order of its index; the rest only where those before it did not fill the page. */
function beginningsFirst(filter: EntityFilter, page: BestPage, limit: number, scope: Scope, also: SQL): Rows {
  const words = wordsOf(filter.text).join(" ");
  const names = sql`${sql.param(spellings(words))}::text[]`;
  const [isIdentifier, isTitle] = [sql`e.identifier = any(${names})`, sql`e.title = any(${names})`];
  const begins = sql`(${beginningSql} like ${prefixPattern(words)}::text and starts_with(e.search_text, ${words}::text))`;
  const own = sql`e.org_id = ${scope.orgId}::uuid`;
  const ofKind = filter.blueprint === undefined ? sql`` : sql` and e.blueprint = ${filter.blueprint}`;
  // Whoever has such a name contains the words: what else is asked is asked of each in turn, so that no index of it leads the way.
  const others = conditionOf(buildFilter({ ...filter, text: undefined }), scope);
  const inOrder = (place: Place, condition: SQL, key: SQL) => {
    const columns = key === beginningSql ? [key, titleSql, idSql] : [titleSql, idSql];
    // The order is told once more by the names it has outside, which the planner knows to be the one that the index gave.
    const outside = key === beginningSql ? [sql`e.rank_key`, titleSql, idSql] : columns;
    return sql`(select e.*, ${place}::integer as rank
      from (select e.*, ${key} as rank_key from entities as e where ${own}${ofKind} and ${condition} and ${afterOf(page, place, columns)}
        order by ${orderOf(page, columns)} limit (select 2147483647)) as e
      where ${others} and ${also} order by ${orderOf(page, outside)} limit ${limit + 1})`;
  };
  // An identifier is looked up in each kind.
  const kinds =
    filter.blueprint === undefined
      ? sql`(select b.identifier from blueprints as b where b.org_id = ${scope.orgId}::uuid)`
      : sql`(select ${filter.blueprint}::text)`;
  const identified = sql`e.id in (select f.id from entities as f where f.org_id = ${scope.orgId}::uuid
    and f.blueprint in ${kinds} and f.identifier = any(${names}))`;
  const arms = [
    { place: places.identifier, sql: () => inOrder(places.identifier, identified, noKey) },
    { place: places.title, sql: () => inOrder(places.title, sql`${isTitle} and not ${isIdentifier}`, noKey) },
    {
      place: places.beginning,
      sql: () => inOrder(places.beginning, sql`${begins} and not ${isTitle} and not ${isIdentifier}`, beginningSql),
    },
  ].filter(({ place }) => isWithin(page, place));
  const named =
    arms.length === 0
      ? sql`select e.*, ${noKey} as rank_key, 0 as rank from entities as e where ${own} and false`
      : sql.join(
          arms.map((arm) => arm.sql()),
          sql` union all `,
        );
  const itsPage = sql`select e.* from named as e where e.org_id = ${scope.orgId}::uuid`;
  const inWhole = (rows: SQL) => sql`select e.* from (${rows}) as e order by ${page.orderBy} limit ${limit + 1}`;
  const first = sql`named as materialized (${named})`;
  if (!isWithin(page, places.rest)) return { sets: [first], rows: inWhole(itsPage) };
  const columns = [titleSql, idSql];
  const after = { condition: afterOf(page, places.rest, columns), orderBy: orderOf(page, columns) };
  const restPage = { ...after, parts: [after], isByTitle: true };
  const notNamed = sql`not ${begins} and not ${isTitle} and not ${isIdentifier} and ${also}`;
  const { sets, rows } = pageRows(filter, restPage, limit, scope, notNamed);
  const isWanted = isBackward(page)
    ? sql`true`
    : sql`(select count(*) from named as n where n.org_id = ${scope.orgId}::uuid) <= ${limit}`;
  return {
    sets: [first, ...sets],
    rows: inWhole(sql`${itsPage} union all (select e.*, ${noKey} as rank_key, ${places.rest}::integer as rank
      from (${rows}) as e where e.org_id = ${scope.orgId}::uuid and ${isWanted})`),
  };
}

const [titleSql, idSql] = [sql`e.title`, sql`e.id`];
const noKey = sql`''::text collate "C"`;

/** How a name may be written whose lower case these words are: an index knows only what is stored. */
function spellings(words: string): string[] {
  const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  const each = words.split(" ").map(capital).join(" ");
  return [...new Set([words, words.toUpperCase(), capital(words), each])];
}

function isBackward({ place }: BestPage): boolean {
  return place?.[0] === "before";
}

/** Whether rows of this place can be on the page. */
function isWithin(page: BestPage, place: Place): boolean {
  if (page.place === null) return true;
  const at = Number(page.place[2][0]);
  return isBackward(page) ? place <= at : place >= at;
}

/** Holds for rows of this place that are on the page or beyond. */
function afterOf(page: BestPage, place: Place, columns: SQL[]): SQL {
  if (page.place === null || Number(page.place[2][0]) !== place) return sql`true`;
  const [, key, title, id] = page.place[2];
  const values = [sql`${title}::text`, sql`${id}::uuid`];
  const bound = columns.length === values.length ? values : [sql`${key}::text`, ...values];
  return sql`(${sql.join(columns, sql`, `)}) ${isBackward(page) ? sql`<` : sql`>`} (${sql.join(bound, sql`, `)})`;
}

function orderOf(page: BestPage, columns: SQL[]): SQL {
  const way = isBackward(page) ? sql`desc` : sql`asc`;
  return sql.join(
    columns.map((column) => sql`${column} ${way}`),
    sql`, `,
  );
}
