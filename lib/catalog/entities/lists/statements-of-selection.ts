import { type SQL, sql } from "drizzle-orm";
import { wordsOf } from "#lib/catalog/entities/lists/entity-filter.ts";
import { keysetOf, type Scope, type Sort, summaryColumns } from "#lib/catalog/entities/lists/statements-of-list.ts";
import { rankSql } from "#lib/catalog/entities/search/ranks.ts";

/** By how well each is met by words. */
type ByWords = { field: "best"; text: string | undefined };
type Key = { blueprint: string; identifier: string };

/** The ids of entities that somebody named, in the order of a list. What is archived or not there is left out. */
export function sortStatement(keys: Key[], sort: Sort | ByWords, { orgId }: Scope): SQL {
  const list = (column: keyof Key) => sql`${sql.param(keys.map((key) => key[column]))}::text[]`;
  const orderBy =
    sort.field === "best"
      ? sql`${rankSql(wordsOf(sort.text))}, length(e.title), e.title, e.id`
      : keysetOf(sort).orderBy;
  return sql`select e.id from unnest(${list("blueprint")}, ${list("identifier")}) as k(blueprint, identifier)
    join entities as e on e.org_id = ${orgId}::uuid and e.blueprint = k.blueprint and e.identifier = k.identifier and not e.is_archived
    order by ${orderBy}`;
}

/** What stands of these entities in a list, in the order of their ids here. */
export function selectionStatement(ids: string[], { orgId }: Scope, more: SQL): SQL {
  return sql`select ${summaryColumns}, array[]::text[] as keys${more}
    from (select e.*, i.place from unnest(${sql.param(ids)}::uuid[]) with ordinality as i(id, place)
      join entities as e on e.org_id = ${orgId}::uuid and e.id = i.id and not e.is_archived) as e
    left join entities as o on o.org_id = ${orgId}::uuid and o.id = e.owner_id
    order by e.place`;
}
