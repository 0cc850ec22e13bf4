import { type SQL, sql } from "drizzle-orm";
import { type Compilation, emptyList } from "./compilation.ts";
import type { Core } from "./core.ts";
import { queryLimits } from "./limits.ts";

type Relations = Extract<Core, { step: "relations" }>;

/** The relations of the entity; `r` in what is around it. Every table has its own organization. */
function conditionOf({ direction, relation }: Relations, { scope }: Compilation): SQL {
  const end = direction === "incoming" ? sql`to_id` : sql`from_id`;
  const named = relation === null ? sql`` : sql` and r.type = ${relation}::text`;
  return sql`r.org_id = ${scope.orgId}::uuid and r.${end} = ${scope.entity}.id${named}`;
}

/** How many there are, without making a list of them. */
export function relationsCountSql(core: Relations, compilation: Compilation): SQL {
  return sql`(select to_jsonb(count(*)) from relations as r where ${conditionOf(core, compilation)})`;
}

/** The other ends as a list of objects in the order of the interpreter, an error when there are more than a list can have. */
export function relationsSql(core: Relations, compilation: Compilation): SQL {
  const isIncoming = core.direction === "incoming";
  const blueprint = isIncoming ? sql`s.blueprint` : sql`r.to_blueprint`;
  const identifier = isIncoming ? sql`s.identifier` : sql`r.to_identifier`;
  const sources = isIncoming
    ? sql` join entities as s on s.org_id = ${compilation.scope.orgId}::uuid and s.id = r.from_id`
    : sql``;
  const object = sql`jsonb_build_object('tag', ${identifier}, 'type', ${blueprint}, 'relationship', r.type, 'isResolved', r.to_id is not null)`;
  const order = sql`r.type collate "C", ${blueprint} collate "C", ${identifier} collate "C"`;
  const most = sql`${queryLimits.listElements}::integer`;
  return sql`(select case when count(*) <= ${most} then coalesce(jsonb_agg(${object} order by ${order}), ${emptyList}) end from relations as r${sources} where ${conditionOf(core, compilation)})`;
}
