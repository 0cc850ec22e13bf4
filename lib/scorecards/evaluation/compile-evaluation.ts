import { type SQL, sql } from "drizzle-orm";
import { compilePredicate, compileSource, compileState } from "#lib/catalog/query/compile.ts";
import type { EvaluatedScorecard } from "#lib/scorecards/evaluation/read-definitions.ts";

type Options = { orgId: string; now: Date; entityIds?: readonly string[] | undefined };

/**
 * One statement that evaluates all rules of a scorecard over the given entities and stores what is different: results, levels, history.
 *
 * The level is the highest at which all rules of it and of the levels below pass, so it is one below the lowest level with a rule that
 * does not. An error counts as not passing. Entities that the filter no longer matches lose their results and end in the history with
 * no level. All parts see the tables as they were before the statement, which is what makes "different" mean something.
 */
export function compileEvaluation(scorecard: EvaluatedScorecard, options: Options): SQL {
  const { orgId, now, entityIds } = options;
  const query = { orgId, now };
  const org = sql`${orgId}::uuid`;
  const card = sql`${scorecard.id}::uuid`;
  const given = (column: SQL) => (entityIds === undefined ? sql`true` : sql`${column} = any(${sql.param(entityIds)}::uuid[])`);
  const states = sql.join(scorecard.rules.map((rule) => compileState(rule.query, query)), sql`, `);
  const ruleIds = sql.param(scorecard.rules.map((rule) => rule.id));
  const ruleLevels = sql.param(scorecard.rules.map((rule) => rule.level));
  return sql`
    with matched as materialized (
      select e.id, array[${states}] as states from ${compileSource(query)}
      where ${given(sql`e.id`)} and not e.is_archived and ${compilePredicate(scorecard.filter, query)}),
    result as materialized (
      select m.id as entity_id, r.rule_id, r.level, case r.state when 'true' then 'pass' when 'false' then 'fail' else 'error' end as state
      from matched m cross join lateral unnest(m.states, ${ruleIds}::uuid[], ${ruleLevels}::smallint[]) as r(state, rule_id, level)),
    written as (
      insert into rule_results (org_id, scorecard_id, entity_id, rule_id, state)
      select ${org}, ${card}, r.entity_id, r.rule_id, r.state from result r
      left join rule_results old on old.org_id = ${org} and old.scorecard_id = ${card} and old.entity_id = r.entity_id and old.rule_id = r.rule_id
      where old.state is distinct from r.state
      on conflict (org_id, scorecard_id, entity_id, rule_id) do update set state = excluded.state, changed_at = now()),
    per_level as (
      select entity_id, level, count(*) as total, count(*) filter (where state <> 'pass') as missing from result group by entity_id, level),
    scored as materialized (
      select entity_id, coalesce(min(level) filter (where missing > 0) - 1, ${scorecard.topLevel}::integer) as level,
        sum(total) - sum(missing) as passed, sum(total) as total,
        coalesce((array_agg(missing order by level) filter (where missing > 0))[1], 0) as to_next
      from per_level group by entity_id),
    before as materialized (
      select entity_id, level from scorecard_levels where org_id = ${org} and scorecard_id = ${card} and ${given(sql`entity_id`)}),
    levelled as (
      insert into scorecard_levels as l (org_id, scorecard_id, entity_id, level, passed, total, to_next)
      select ${org}, ${card}, entity_id, level, passed, total, to_next from scored
      on conflict (org_id, scorecard_id, entity_id) do update set level = excluded.level, passed = excluded.passed, total = excluded.total,
        to_next = excluded.to_next, evaluated_at = now(), changed_at = case when l.level = excluded.level then l.changed_at else now() end),
    gone as (
      delete from scorecard_levels l where org_id = ${org} and scorecard_id = ${card} and ${given(sql`entity_id`)}
        and not exists (select from matched m where m.id = l.entity_id) returning entity_id, level),
    gone_results as (
      delete from rule_results where org_id = ${org} and scorecard_id = ${card} and entity_id in (select entity_id from gone)),
    changed as (
      select s.entity_id, b.level as from_level, s.level as to_level from scored s left join before b on b.entity_id = s.entity_id
      where b.level is distinct from s.level
      union all select entity_id, level, null from gone)
    insert into level_changes (org_id, scorecard_id, entity_id, from_level, to_level)
    select ${org}, ${card}, entity_id, from_level, to_level from changed
    returning entity_id as "entityId", from_level as "fromLevel", to_level as "toLevel"`;
}
