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
      count(l.*) filter (where l.states ->> r.identifier <> 'pass')::integer as failing,
      count(l.*) filter (where l.states ->> r.identifier = 'error')::integer as errors, count(l.*)::integer as total
    from scorecard_rules r left join scorecard_levels l on l.org_id = r.org_id and l.scorecard_id = r.scorecard_id
    where r.org_id = ${orgId}::uuid and r.scorecard_id = ${scorecardId}::uuid
    group by r.org_id, r.id order by failing desc, r.level, r.position`);
  const rules = rows.map(({ rank, ...rule }) => ({ ...rule, level: { rank, name: levelName(levels, rank) } }));
  const firstThree = rules.slice(0, 3).filter((rule) => rule.failing > 0);
  return {
    rules,
    liftedByFirstThree:
      firstThree.length === 0
        ? 0
        : await countLifted(
            scope,
            firstThree.map((rule) => rule.id),
          ),
  };
}

// An entity rises when those of the rules that belong to its next level are all that it lacks there.
async function countLifted({ tx, orgId, scorecardId }: ResultScope, ruleIds: string[]): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::integer as count from scorecard_levels l
    where l.org_id = ${orgId}::uuid and l.scorecard_id = ${scorecardId}::uuid and l.to_next > 0 and l.to_next = (
      select count(*) from scorecard_rules r
      where r.org_id = ${orgId}::uuid and r.id = any(${sql.param(ruleIds)}::uuid[]) and r.level = l.level + 1
        and l.states ->> r.identifier <> 'pass')`);
  return row?.count ?? 0;
}
