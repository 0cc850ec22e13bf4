import { type SQL, sql } from "drizzle-orm";
import type { Core } from "../core.ts";
import { queryLimits } from "../limits.ts";
import { type Compilation, emptyList, missingJson } from "./compilation.ts";
import { relationHoldsSql, type Scope } from "./term-sql.ts";

type Reach = Extract<Core, { step: "reach" }>;
type Reaches = Extract<Core, { step: "reaches" }>;

/** That the relation `r` is the organization's, of the type, and holds. */
function isWanted(relation: string | null, scope: Scope): SQL {
  const named = relation === null ? sql`` : sql` and r.type = ${relation}::text`;
  return sql`r.org_id = ${scope.orgId}::uuid${named}${relationHoldsSql(scope)}`;
}

/**
 * What can be reached from the entity, or from a related one, in so many steps or any number: each once, in the order of the interpreter,
 * and not itself. A cycle ends by itself, because rows that are there already are not walked again. The walk stops when it has more than a
 * list can have, which is an error.
 */
export function reachSql(core: Reach, compilation: Compilation): SQL {
  const { scope } = compilation;
  if (core.of === null) return walkSql(core, sql`${scope.entity}.id`, compilation);
  return compilation.once([compilation.value(core.of)], (other = sql`null`) => {
    const walked = walkSql(core, sql`(${other} ->> 'id')::uuid`, compilation);
    return sql`case jsonb_typeof(${other}) when 'null' then ${missingJson} when 'object' then ${walked} end`;
  });
}

function walkSql({ direction, relation, depth }: Reach, start: SQL, compilation: Compilation): SQL {
  const { scope } = compilation;
  const [walk, step, found] = [compilation.alias(), compilation.alias(), compilation.alias()];
  const isNear = depth === null ? sql`true` : sql`${walk}.d < ${depth}::integer`;
  const next = depth === null ? sql`0` : sql`${walk}.d + 1`;
  const ends =
    direction === "outgoing"
      ? sql`select r.to_id, r.to_blueprint, r.to_identifier from relations as r where r.from_id = ${walk}.id and ${isWanted(relation, scope)}`
      : sql`select r.from_id, s.blueprint, s.identifier from relations as r join entities as s on s.org_id = ${scope.orgId}::uuid and s.id = r.from_id
          where r.to_id = ${walk}.id and ${isWanted(relation, scope)}`;
  const most = queryLimits.listElements;
  const rows = (most + 3) * ((depth ?? 0) + 1);
  const object = sql`jsonb_build_object('tag', ${found}.i, 'type', ${found}.b, 'isResolved', ${found}.id is not null, 'id', ${found}.id)`;
  return sql`(with recursive ${walk} (id, b, i, d) as (
      select ${start}, null::text, null::text, 0
      union
      select ${step}.id, ${step}.b, ${step}.i, ${next} from ${walk} cross join lateral (${ends}) as ${step} (id, b, i) where ${isNear})
    select case when count(*) <= ${most}::integer then coalesce(jsonb_agg(${object} order by ${found}.b collate "C", ${found}.i collate "C"), ${emptyList}) end
    from (select distinct ${found}.id, ${found}.b, ${found}.i from (select * from ${walk} limit ${rows}::integer) as ${found}
      where ${found}.b is not null and ${found}.id is distinct from ${start}) as ${found})`;
}

/**
 * Whether the entity leads to one of a name, or that one to it, over any distance. Walked once from the named one, against the direction, for
 * all entities together: what is walked does not depend on the entity.
 */
export function reachesSql({ direction, relation, blueprint, identifier }: Reaches, { scope }: { scope: Scope }): SQL {
  const org = sql`${scope.orgId}::uuid`;
  const named = sql`t.blueprint = ${blueprint}::text and t.identifier = ${identifier}::text`;
  const wanted = isWanted(relation, scope);
  const start = sql`select t.id from entities as t where t.org_id = ${org} and ${named}`;
  const dangling = sql`select r.from_id from relations as r where r.to_id is null and r.to_blueprint = ${blueprint}::text
    and r.to_identifier = ${identifier}::text and ${wanted}`;
  const walked =
    direction === "outgoing"
      ? sql`(${start} union ${dangling}) union select r.from_id from walk1 as w join relations as r on r.to_id = w.id and ${wanted}`
      : sql`${start} union select r.to_id from walk1 as w join relations as r on r.from_id = w.id and r.to_id is not null and ${wanted}`;
  const isItself = sql`(${scope.entity}.blueprint = ${blueprint}::text and ${scope.entity}.identifier = ${identifier}::text)`;
  return sql`(not ${isItself} and ${scope.entity}.id in (with recursive walk1 (id) as (${walked}) select walk1.id from walk1))`;
}
