import { type SQL, sql } from "drizzle-orm";
import { compilePredicate, compileSource, compileState } from "#lib/catalog/query/compiler/compile.ts";
import type { EvaluatedScorecard } from "#lib/scorecards/evaluation/read-definitions.ts";

type Options = {
  orgId: string;
  now: Date;
  entityIds?: readonly string[] | undefined;
  /** Whether what is stored already is not written again. */
  onlyDifferent?: boolean;
};

/**
 * One statement that evaluates all rules of a scorecard over the given entities and stores states, levels and what changed in them.
 *
 * The level is the highest at which all rules of it and of the levels below pass, so it is one below the lowest level with a rule that
 * does not. An error counts as not passing. Entities that the filter no longer matches lose their row and end in the history with no
 * level.
 *
 * It is written so that no plan for it can be quadratic: what was imported a moment ago has no statistics, and the planner then takes
 * thousands of rows for one. So parts are not joined: the level before comes from the write itself, and sets are hashed lists.
 */
export function compileEvaluation(scorecard: EvaluatedScorecard, options: Options): SQL {
  const { orgId, now, entityIds, onlyDifferent = false } = options;
  const { rules, topLevel } = scorecard;
  const query = { orgId, now };
  const org = sql`${orgId}::uuid`;
  const card = sql`${scorecard.id}::uuid`;
  const given = (column: SQL) =>
    entityIds === undefined ? sql`true` : sql`${column} = any(${sql.param(entityIds)}::uuid[])`;
  const states = sql.join(
    rules.map((rule) => compileState(rule.query, query)),
    sql`, `,
  );
  const names = sql.param(rules.map((rule) => rule.identifier));
  const levels = sql.param(rules.map((rule) => rule.level));
  return sql`
    with matched as materialized (
      select e.id, array[${states}] as states from ${compileSource(query)}
      where ${given(sql`e.id`)} and not e.is_archived and ${compilePredicate(scorecard.filter, query)}),
    scored as materialized (
      select m.id, jsonb_object(${names}::text[], array_replace(array_replace(m.states, 'true', 'pass'), 'false', 'fail')) as states, s.*
      from matched m cross join lateral (
        select coalesce(min(l.level) filter (where l.missing > 0) - 1, ${topLevel}::integer) as level,
          sum(l.total) - sum(l.missing) as passed, sum(l.total) as total,
          coalesce((array_agg(l.missing order by l.level) filter (where l.missing > 0))[1], 0) as to_next
        from (
          select r.level, count(*) as total, count(*) filter (where r.state <> 'true') as missing
          from unnest(m.states, ${levels}::smallint[]) as r(state, level) group by r.level) as l) as s),
    written as (
      insert into scorecard_levels as l (org_id, scorecard_id, entity_id, level, states, passed, total, to_next)
      select ${org}, ${card}, id, level, states, passed, total, to_next from scored
      on conflict (org_id, scorecard_id, entity_id) do update set level = excluded.level, states = excluded.states, passed = excluded.passed,
        total = excluded.total, to_next = excluded.to_next, evaluated_at = now(),
        changed_at = case when l.level = excluded.level then l.changed_at else now() end
        ${onlyDifferent ? sql`where (l.level, l.states) is distinct from (excluded.level, excluded.states)` : sql``}
      returning new.entity_id, old.level as from_level, new.level as to_level),
    gone as (
      delete from scorecard_levels l where org_id = ${org} and scorecard_id = ${card} and ${given(sql`entity_id`)}
        and entity_id not in (select id from matched) returning entity_id, level as from_level, null::smallint as to_level)
    insert into level_changes (org_id, scorecard_id, entity_id, from_level, to_level)
    select ${org}, ${card}, entity_id, from_level, to_level from (select * from written union all select * from gone) as change
    where from_level is distinct from to_level
    returning entity_id as "entityId", from_level as "fromLevel", to_level as "toLevel"`;
}
