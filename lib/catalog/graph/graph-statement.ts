import { type SQL, sql } from "drizzle-orm";
import { holdsSql } from "#lib/catalog/relations/details-sql.ts";

export type GraphBounds = {
  depth: number;
  direction: "both" | "outgoing" | "incoming";
  /** Only these kinds beside the entity itself; none means all. */
  kinds: string[];
  /** How many nodes at most. */
  limit: number;
  /** How many relations are followed from one node in one direction: a hub does not fill the picture. */
  perNode: number;
};

/**
 * What can be reached from an entity, nearest first, as one row: its nodes, the relations between them, and how many relations each of them
 * has by type and direction. Bounded three times: the steps, the relations followed from one node, and the rows that the walk may make,
 * which PostgreSQL stops at instead of walking on.
 */
export function graphStatement(
  orgId: string,
  key: { blueprint: string; identifier: string },
  bounds: GraphBounds,
): SQL {
  const { depth, direction, kinds, limit, perNode } = bounds;
  const org = sql`${orgId}::uuid`;
  const holds = holdsSql(sql`r`);
  const isWanted = kinds.length === 0 ? sql`true` : sql`e.blueprint = any(${sql.param(kinds)}::text[])`;
  const outgoing = sql`(select r.to_id as other, r.to_blueprint || ':' || r.to_identifier as missing, r.to_blueprint, r.to_identifier
    from relations r left join entities e on e.org_id = ${org} and e.id = r.to_id
    where r.org_id = ${org} and r.from_id = w.id and ${holds} and (r.to_id is null or ${isWanted}) order by r.type, r.to_blueprint, r.to_identifier limit ${perNode})`;
  const incoming = sql`(select r.from_id, null::text, null::text, null::text from relations r join entities e on e.org_id = ${org} and e.id = r.from_id
    where r.org_id = ${org} and r.to_id = w.id and ${holds} and ${isWanted} order by r.type, r.from_id limit ${perNode})`;
  const next =
    direction === "both" ? sql`${outgoing} union all ${incoming}` : direction === "outgoing" ? outgoing : incoming;
  return sql`
    with recursive walk as (
      select e.id, null::text as missing, null::text as blueprint, null::text as identifier, 0 as depth
      from entities e where e.org_id = ${org} and e.blueprint = ${key.blueprint} and e.identifier = ${key.identifier} and not e.is_archived
      union
      select n.other, case when n.other is null then n.missing end, case when n.other is null then n.to_blueprint end,
        case when n.other is null then n.to_identifier end, w.depth + 1
      from walk w cross join lateral (${next}) as n (other, missing, to_blueprint, to_identifier)
      where w.depth < ${depth} and w.id is not null),
    reached as (
      select coalesce(w.id::text, w.missing) as node, w.id, min(w.blueprint) as blueprint, min(w.identifier) as identifier, min(w.depth) as depth
      from (select * from walk limit ${limit * 8}) as w group by 1, 2 order by min(w.depth), 1 limit ${limit + 1}),
    shown as (select * from reached order by depth, node limit ${limit}),
    -- Written out by id: each end is looked up instead of every relation being read.
    edges as materialized (
      select distinct s.node as "from", coalesce(r.to_id::text, r.to_blueprint || ':' || r.to_identifier) as "to", r.type
      from shown s join relations r on r.org_id = ${org} and r.from_id = s.id and ${holds}
      where coalesce(r.to_id::text, r.to_blueprint || ':' || r.to_identifier) in (select t.node from shown t))
    select
      (select jsonb_agg(jsonb_build_object('id', s.node, 'blueprint', coalesce(e.blueprint, s.blueprint), 'identifier', coalesce(e.identifier, s.identifier),
          'title', coalesce(e.title, s.identifier), 'type', e.type, 'lifecycle', e.lifecycle, 'depth', s.depth,
          'state', case when e.id is null then 'missing' when e.is_archived then 'archived' else 'present' end) order by s.depth, lower(coalesce(e.title, s.identifier)), s.node)
        from shown s left join entities e on e.org_id = ${org} and e.id = s.id) as nodes,
      (select jsonb_agg(to_jsonb(d) order by d."from", d.type, d."to") from edges d) as edges,
      (select jsonb_agg(to_jsonb(c)) from (
        select s.node, 'outgoing' as direction, r.type, count(*)::integer as count
        from shown s join relations r on r.org_id = ${org} and r.from_id = s.id and ${holds} group by 1, 3
        union all
        select s.node, 'incoming', r.type, count(*)::integer
        from shown s join relations r on r.org_id = ${org} and r.to_id = s.id and ${holds} group by 1, 3) as c) as counts,
      (select count(*) <= ${limit} from reached) as "isComplete"`;
}
