import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { EntityReference } from "#lib/catalog/entities/entity-views.ts";
import { longestListed } from "#lib/catalog/entities/schema.ts";
import { holdsSql } from "#lib/catalog/relations/details-sql.ts";

const name = z.string().min(1).max(200);
const names = (what: string) =>
  z
    .union([name, z.array(name).max(40, `Ask for at most 40 ${what}`)])
    .default([])
    .transform((value) => [...new Set([value].flat())]);

/** What a list may be asked to show of each entity beside what every list has. */
export const askedColumns = {
  properties: names("properties").describe("Names of properties that stand with each entity"),
  relations: names("relations").describe("Types of relations whose ends stand with each entity"),
};
export type AskedColumns = { properties: string[]; relations: string[] };

/** The same as a row has it. Absent when nothing was asked for. */
export type AskedPart = {
  properties?: Record<string, unknown>;
  relations?: Record<string, { count: number; items: EntityReference[] }>;
};

/** Of a relation with many ends, a list names the first. */
const namedEnds = 3;

/** Columns that stand with each row of a list, for alias `e`: the properties and relations that were asked for, and nothing else of them. */
export function askedSql({ properties, relations }: AskedColumns, orgId: string): SQL {
  const parts = [sql``];
  if (properties.length > 0)
    parts.push(
      sql`jsonb_build_object(${pairs(properties, (property) => cutSql(sql`e.properties -> ${property}::text`))}) as properties`,
    );
  if (relations.length > 0)
    parts.push(sql`jsonb_build_object(${pairs(relations, (relation) => endsSql(relation, orgId))}) as relations`);
  return sql.join(parts, sql`, `);
}

/** The same whole, for files: properties as they are, and every end of a relation as a text such as `component:cart`. */
export function wholeSql({ properties, relations }: AskedColumns, orgId: string): SQL {
  const values = pairs(properties, (property) => sql`e.properties -> ${property}::text`);
  const ends = pairs(
    relations,
    (relation) =>
      sql`(select coalesce(jsonb_agg(r.to_blueprint || ':' || r.to_identifier order by r.to_blueprint, r.to_identifier), '[]') from ${relationsSql(relation, orgId)})`,
  );
  return sql`, jsonb_build_object(${values}) as properties, jsonb_build_object(${ends}) as relations`;
}

function pairs(all: string[], sqlOf: (one: string) => SQL): SQL {
  return sql.join(
    all.map((one) => sql`${one}::text, ${sqlOf(one)}`),
    sql`, `,
  );
}

function cutSql(value: SQL): SQL {
  return sql`(select case when jsonb_typeof(v.value) = 'string' then
        case when length(v.value #>> '{}') > ${longestListed.text} then to_jsonb(left(v.value #>> '{}', ${longestListed.text}) || '…') else v.value end
      when length(v.value::text) > ${longestListed.other} then to_jsonb(left(v.value::text, ${longestListed.text}) || '…')
      else v.value end
    from (select ${value} as value) as v)`;
}

function relationsSql(relation: string, orgId: string): SQL {
  return sql`relations as r where r.org_id = ${orgId}::uuid and r.from_id = e.id and r.type = ${relation}::text and ${holdsSql(sql`r`)}`;
}

// Titles are looked up one by one, and only of those that are named.
function endsSql(relation: string, orgId: string): SQL {
  const title = sql`(select o.title from entities as o where o.org_id = ${orgId}::uuid and o.id = n.to_id and not o.is_archived)`;
  return sql`(select jsonb_build_object('count', count(*), 'items', coalesce(jsonb_agg(jsonb_build_object('blueprint', n.to_blueprint,
        'identifier', n.to_identifier, 'title', coalesce(n.title, n.to_identifier), 'isDangling', n.title is null) order by n.place)
        filter (where n.place <= ${namedEnds}), '[]'))
    from (select n.*, case when n.place <= ${namedEnds} then ${title} end as title from (
      select r.org_id, r.to_blueprint, r.to_identifier, r.to_id, row_number() over (order by r.to_blueprint, r.to_identifier) as place
      from ${relationsSql(relation, orgId)}) as n where n.org_id = ${orgId}::uuid) as n where n.org_id = ${orgId}::uuid)`;
}
