import { type SQL, sql } from "drizzle-orm";
import type { Derivation } from "#lib/catalog/derived/derivations.ts";
import { endsOf } from "#lib/catalog/derived/find-affected.ts";
import { holdsSql } from "#lib/catalog/relations/details-sql.ts";

/** How far something is followed on and on. */
export const mostSteps = 100;

type Walk = {
  /** Whether an entity, by its alias, states a value itself: then nothing beyond it is looked at. */
  states: (of: SQL) => SQL;
  /** Whether the step is followed further from it. */
  goesOn: (of: SQL) => SQL;
  /** Whether one value is wanted, so that the walk ends where it meets the first. */
  isOne: boolean;
};

/**
 * `with recursive walk(depth, open, seen, found, is_round)` from an entity `e` along the one step of a derivation: one row for each number of
 * steps, with those that state a value at that distance. Nothing is visited twice, so circles of relations end; `is_round` tells of one.
 */
export function walkSql(
  { path, hops, isMany, nearest }: Derivation,
  orgId: string,
  { states, goesOn, isOne }: Walk,
): SQL {
  const [step] = path;
  if (step === undefined) throw new Error("A path without a step");
  const { near, far } = endsOf(step);
  const org = sql`${orgId}::uuid`;
  const self = sql`e`;
  const none = sql`'{}'::uuid[]`;
  const isFound = nearest?.isOwnFirst === true ? states(self) : sql`false`;
  // Where each points at one, what is met again closes a circle; where at several, two of them may just lead to the same.
  const isAgain = isMany ? sql`r.${far} = e.id` : sql`s.id is not null`;
  return sql`with recursive walk(depth, open, seen, found, is_round) as (
    select 0, case when ${isFound} then ${none} else array[e.id] end, array[e.id], case when ${isFound} then array[e.id] else ${none} end, false
    union all
    select w.depth + 1, coalesce(n.open, ${none}), w.seen || coalesce(n.met, ${none}), coalesce(n.found, ${none}), coalesce(n.is_round, false)
    from walk w cross join lateral (
      select array_agg(m.id) filter (where not m.is_again and not m.states and m.goes_on) as open,
        array_agg(m.id) filter (where not m.is_again) as met,
        array_agg(m.id) filter (where not m.is_again and m.states) as found, bool_or(m.is_round) as is_round
      from (
        select k.id, s.id is not null as is_again, coalesce(${states(sql`k`)}, false) as states, ${goesOn(sql`k`)} as goes_on, bool_or(${isAgain}) as is_round
        from unnest(w.open) o(id) join relations r on r.org_id = ${org} and r.${near} = o.id and r.type = ${step.relation} and ${holdsSql(sql`r`)}
        left join unnest(w.seen) s(id) on s.id = r.${far}
        cross join lateral (select t.* from entities t where t.org_id = ${org} and t.id = r.${far} offset 0) k
        where k.blueprint = any(${sql.param(hops.at(-1) ?? [])}::text[]) and not k.is_archived
        group by 1, 2, 3, 4) m) n
    where w.depth < ${mostSteps} and w.open <> ${none}${isOne ? sql` and w.found = ${none}` : sql``})`;
}

/** Over a `walk` that found nothing: why it ended, when that is not simply because there is nothing more. */
export function nearestProblem({ path }: Derivation, what: string): SQL {
  const [step] = path;
  const along =
    step?.direction === "incoming" ? `Followed back along ${step.relation}` : `Followed along ${step?.relation}`;
  const round = `${along}, this leads round in a circle in which nothing ${what} itself`;
  const far = `${along}, nothing up to ${mostSteps} steps away ${what} itself`;
  return sql`(select case when bool_or(w.is_round) then ${round}::text when bool_or(w.depth = ${mostSteps} and w.open <> '{}') then ${far}::text end from walk w)`;
}
