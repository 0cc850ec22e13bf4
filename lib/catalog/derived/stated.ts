import { type SQL, sql } from "drizzle-orm";
import { iso } from "#db/columns.ts";

/** Of an entity `e`: the properties that somebody said, without those that are worked out. */
export const statedProperties = sql`case when e.derived = '{}' then e.properties else e.properties - array(select jsonb_object_keys(e.derived)) end`;

/** Of an entity `e`: since when what is derived of it is not current, in ISO 8601; null when it is. */
export function pendingSince(orgId: string): SQL {
  return iso(sql`least(
    (select min(p.since) from derived_pending as p where p.org_id = ${orgId}::uuid and p.entity_id = e.id),
    (select c.since from derived_recomputations as c where c.org_id = ${orgId}::uuid and c.blueprint = e.blueprint))`);
}

/** Of an entity `e`: the owner that somebody said; null where it is inherited. */
export const statedOwner = sql`case when e.owner_from is null then e.owner_ref end`;

/** Under what an entity's problems say why it inherits no owner: no property can be called so. */
export const ownerProblem = "owner?";
