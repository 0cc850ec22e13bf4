import { type SQL, sql } from "drizzle-orm";
import { buildFilter, type EntityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { rankingFor } from "#lib/catalog/entities/lists/ranking.ts";
import { bestPage, bestRows } from "#lib/catalog/entities/lists/statements-of-best.ts";
import {
  conditionOf,
  keysetOf,
  type Scope,
  type Sort,
  summaryColumns,
} from "#lib/catalog/entities/lists/statements-of-list.ts";
import { groupSource } from "#lib/catalog/groups/schema.ts";

const fields = { owner: sql`e.owner_ref`, lifecycle: sql`e.lifecycle`, type: sql`e.type`, blueprint: sql`e.blueprint` };

type Span = { offset: number; limit: number };

/** The groups of a list with how many entities each has, largest first and those without a value last; `groups` says how many there are. */
export function groupsStatement(filter: EntityFilter, by: string, { offset, limit }: Span, scope: Scope): SQL {
  const title =
    by === "owner"
      ? sql`(select o.title from entities o where o.org_id = ${scope.orgId}::uuid and o.blueprint = split_part(g.value, ':', 1)
          and o.identifier = substr(g.value, strpos(g.value, ':') + 1))`
      : by === "blueprint"
        ? sql`(select b.plural_title from blueprints b where b.org_id = ${scope.orgId}::uuid and b.identifier = g.value)`
        : sql`null::text`;
  return sql`select g.value, g.count, g.groups, ${title} as title from (
      select v.value, count(*)::integer as count, (count(*) over ())::integer as groups
      from (select ${groupValue(by)} as value from entities as e where ${conditionOf(buildFilter(filter), scope)}) as v
      group by v.value order by v.value is null, count(*) desc, v.value offset ${offset} limit ${limit}) as g
    order by g.value is null, g.count desc, g.value`;
}

type First = { sort: Sort | { field: "best" }; perGroup: number; more?: SQL };

/** A group whose first entities are wanted, and how many it has. */
export type OpenedGroup = { value: string | null; count: number };

/** The first entities of each of these groups, in one statement; `place` says of which. `more` are columns that stand with each row. */
export function rowsOfGroupsStatement(
  filter: EntityFilter,
  by: string,
  opened: OpenedGroup[],
  { sort, perGroup, more = sql`` }: First,
  scope: Scope,
): SQL {
  const parts = opened.map(({ value, count }, place) => {
    const first = (before: SQL, rows: SQL, orderBy: SQL) =>
      sql`(${before}select ${place}::integer as place, row_number() over (order by ${orderBy}) as position, e.*
        from ${rows} order by ${orderBy} limit ${perGroup})`;
    if (sort.field !== "best") {
      const condition = sql`${conditionOf(buildFilter(filter), scope)} and ${inGroup(by, value)}`;
      return first(sql``, sql`entities as e where ${condition}`, keysetOf(sort).orderBy);
    }
    const page = bestPage(rankingFor(count));
    const { sets, rows } = bestRows(filter, page, perGroup, scope, inGroup(by, value));
    return first(sets.length === 0 ? sql`` : sql`with ${sql.join(sets, sql`, `)} `, sql`(${rows}) as e`, page.orderBy);
  });
  return sql`select e.place, ${summaryColumns}${more} from (${sql.join(parts, sql` union all `)}) as e
    left join entities as o on o.org_id = ${scope.orgId}::uuid and o.id = e.owner_id
    order by e.place, e.position`;
}

/** The value of an entity as text; a property's is JSON, so that 1 and "1" stay apart. Null is no value. */
function groupValue(by: string): SQL {
  const source = groupSource(by);
  return "field" in source
    ? fields[source.field]
    : sql`nullif(e.properties -> ${source.property}::text, 'null'::jsonb)::text`;
}

function inGroup(by: string, value: string | null): SQL {
  return value === null ? sql`${groupValue(by)} is null` : sql`${groupValue(by)} = ${value}`;
}
