import { type SQL, sql } from "drizzle-orm";
import type { Core } from "../core.ts";
import { queryLimits } from "../limits.ts";
import { type Compilation, emptyList, missingJson } from "./compilation.ts";
import { milliseconds, relationHoldsSql, type Scope } from "./term-sql.ts";

type Relations = Extract<Core, { step: "relations" }>;

/** The relations of an entity; `r` in what is around it. Every table has its own organization. */
function conditionOf({ direction, relation, always }: Relations, id: SQL, { scope }: Compilation): SQL {
  const end = direction === "incoming" ? sql`to_id` : sql`from_id`;
  const named = relation === null ? sql`` : sql` and r.type = ${relation}::text`;
  return sql`r.org_id = ${scope.orgId}::uuid and r.${end} = ${id}${named}${always === true ? sql`` : relationHoldsSql(scope)}`;
}

/** Asks about the entity itself, or about a related one: an object that {@link relationsSql} has made, with its id. */
function about(core: Relations, compilation: Compilation, ask: (id: SQL) => SQL): SQL {
  if (core.of === null) return ask(sql`${compilation.scope.entity}.id`);
  return compilation.once([compilation.value(core.of)], (other = sql`null`) => {
    const asked = ask(sql`(${other} ->> 'id')::uuid`);
    return sql`case jsonb_typeof(${other}) when 'null' then ${missingJson} when 'object' then ${asked} end`;
  });
}

/** The owner as an object whose relations can be asked for. Its reference is taken apart as the interpreter does. */
export function ownerSql({ entity }: Scope): SQL {
  const ref = sql`${entity}.owner_ref`;
  const parts = sql`'type', split_part(${ref}, ':', 1), 'tag', substr(${ref}, strpos(${ref}, ':') + 1), 'id', ${entity}.owner_id`;
  return sql`(case when ${ref} is null then ${missingJson} else jsonb_build_object(${parts}) end)`;
}

/** How many there are, without making a list of them. */
export function relationsCountSql(core: Relations, compilation: Compilation): SQL {
  const count = (id: SQL) =>
    sql`(select to_jsonb(count(*)) from relations as r where ${conditionOf(core, id, compilation)})`;
  return about(core, compilation, count);
}

/** The other ends as a list of objects in the order of the interpreter, an error when there are more than a list can have. */
export function relationsSql(core: Relations, compilation: Compilation): SQL {
  const isIncoming = core.direction === "incoming";
  const blueprint = isIncoming ? sql`s.blueprint` : sql`r.to_blueprint`;
  const identifier = isIncoming ? sql`s.identifier` : sql`r.to_identifier`;
  const sources = isIncoming
    ? sql` join entities as s on s.org_id = ${compilation.scope.orgId}::uuid and s.id = r.from_id`
    : sql``;
  // The id leads on from here; the type checker knows no field of this name, so nobody can read it.
  const id = isIncoming ? sql`r.from_id` : sql`r.to_id`;
  const object = sql`jsonb_build_object('tag', ${identifier}, 'type', ${blueprint}, 'relationship', r.type, 'isResolved', r.to_id is not null, 'id', ${id},
    'properties', r.properties, 'since', ${milliseconds(sql`r.since`)}, 'until', ${milliseconds(sql`r.until`)})`;
  const order = sql`r.type collate "C", ${blueprint} collate "C", ${identifier} collate "C"`;
  const most = sql`${queryLimits.listElements}::integer`;
  const list = (of: SQL) =>
    sql`(select case when count(*) <= ${most} then coalesce(jsonb_agg(${object} order by ${order}), ${emptyList}) end from relations as r${sources} where ${conditionOf(core, of, compilation)})`;
  return about(core, compilation, list);
}
