import { sql } from "drizzle-orm";
import { z } from "zod";
import type { ResultScope } from "#lib/scorecards/results/read-blocks.ts";
import { levelName } from "#lib/scorecards/scorecards/level-name.ts";
import { Level, RuleState } from "#lib/scorecards/scorecards/schema.ts";

export const MatrixRow = z.object({
  entityId: z.string(),
  blueprint: z.string(),
  identifier: z.string(),
  title: z.string(),
  level: Level,
  /** The next level and how many of its rules do not pass; null at the highest. */
  next: Level.extend({ missing: z.number() }).nullable(),
  /** By the id of the rule. */
  states: z.record(z.string(), RuleState),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

type Row = Omit<MatrixRow, "level" | "next"> & { rank: number; missing: number };

/** A page of entities with the state of each rule. */
export async function readMatrix(scope: ResultScope, page: { limit: number; offset: number }): Promise<MatrixRow[]> {
  const { tx, orgId, scorecardId, levels } = scope;
  const rows = await tx.execute<Row>(sql`
    select l.entity_id as "entityId", l.blueprint, l.identifier, l.title, l.level as rank, l.to_next as missing, x.states
    from (
      select l.org_id, l.scorecard_id, l.entity_id, e.blueprint, e.identifier, e.title, l.level, l.to_next, l.passed,
        row_number() over (order by (l.to_next = 0), l.to_next, l.passed desc, lower(e.title), e.id) as place
      from scorecard_levels l join entities e on e.org_id = l.org_id and e.id = l.entity_id
      where l.org_id = ${orgId}::uuid and l.scorecard_id = ${scorecardId}::uuid
      order by place limit ${page.limit} offset ${page.offset}) as l
    cross join lateral (
      select jsonb_object_agg(r.rule_id, r.state) as states from rule_results r
      where r.org_id = l.org_id and r.scorecard_id = l.scorecard_id and r.entity_id = l.entity_id) as x
    order by l.place`);
  return rows.map(({ rank, missing, ...row }) => {
    const next = levels.find((level) => level.rank === rank + 1);
    return { ...row, level: { rank, name: levelName(levels, rank) }, next: next === undefined ? null : { ...next, missing } };
  });
}
