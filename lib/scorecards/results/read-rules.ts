import { sql } from "drizzle-orm";
import { z } from "zod";
import type { ResultScope } from "#lib/scorecards/results/read-blocks.ts";
import { levelName } from "#lib/scorecards/scorecards/level-name.ts";
import { Level } from "#lib/scorecards/scorecards/schema.ts";

export const RuleFailures = z.object({
  id: z.string(),
  identifier: z.string(),
  title: z.string(),
  description: z.string(),
  level: Level,
  /** Place among the rules as they were written. */
  position: z.number(),
  query: z.string(),
  remedy: z.string(),
  /** Entities for which it does not pass, those with an error included. */
  failing: z.number(),
  errors: z.number(),
  total: z.number(),
});
export type RuleFailures = z.infer<typeof RuleFailures>;

type Row = Omit<RuleFailures, "level"> & { rank: number };

/** The rules, those that fail most often first, and how many entities the first three hold back on their own. */
export async function readRules(scope: ResultScope): Promise<{ rules: RuleFailures[]; liftedByFirstThree: number }> {
  const { tx, orgId, scorecardId, levels } = scope;
  const rows = await tx.execute<Row>(sql`
    select r.id, r.identifier, r.title, r.description, r.level as rank, r.position, r.query_text as query, r.remedy,
      count(x.state) filter (where x.state <> 'pass')::integer as failing, count(x.state) filter (where x.state = 'error')::integer as errors,
      count(x.state)::integer as total
    from scorecard_rules r left join rule_results x on x.org_id = r.org_id and x.rule_id = r.id and x.scorecard_id = r.scorecard_id
    where r.org_id = ${orgId}::uuid and r.scorecard_id = ${scorecardId}::uuid
    group by r.org_id, r.id order by failing desc, r.level, r.position`);
  const rules = rows.map(({ rank, ...rule }) => ({ ...rule, level: { rank, name: levelName(levels, rank) } }));
  const firstThree = rules.slice(0, 3).filter((rule) => rule.failing > 0);
  return { rules, liftedByFirstThree: firstThree.length === 0 ? 0 : await countLifted(scope, firstThree.map((rule) => rule.id)) };
}

async function countLifted({ tx, orgId, scorecardId }: ResultScope, ruleIds: string[]): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::integer as count from (
      select l.entity_id from scorecard_levels l
      join rule_results x on x.org_id = l.org_id and x.scorecard_id = l.scorecard_id and x.entity_id = l.entity_id and x.state <> 'pass'
      join scorecard_rules r on r.org_id = x.org_id and r.id = x.rule_id and r.level = l.level + 1
      where l.org_id = ${orgId}::uuid and l.scorecard_id = ${scorecardId}::uuid and x.rule_id = any(${sql.param(ruleIds)}::uuid[])
      group by l.entity_id, l.to_next having count(*) = l.to_next) as lifted`);
  return row?.count ?? 0;
}
