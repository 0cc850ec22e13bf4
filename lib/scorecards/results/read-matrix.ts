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
  /** By the identifier of the rule. */
  states: z.record(z.string(), RuleState),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

type Row = Omit<MatrixRow, "level" | "next"> & { rank: number; missing: number };

/** A page of entities with the state of each rule. */
export async function readMatrix(scope: ResultScope, page: { limit: number; offset: number }): Promise<MatrixRow[]> {
  const { tx, orgId, scorecardId, levels } = scope;
  const rows = await tx.execute<Row>(sql`
    select l.entity_id as "entityId", e.blueprint, e.identifier, e.title, l.level as rank, l.to_next as missing, l.states
    from scorecard_levels l join entities e on e.org_id = l.org_id and e.id = l.entity_id
    where l.org_id = ${orgId}::uuid and l.scorecard_id = ${scorecardId}::uuid
    order by (l.to_next = 0), l.to_next, l.passed desc, lower(e.title), e.id limit ${page.limit} offset ${page.offset}`);
  return rows.map(({ rank, missing, ...row }) => {
    const next = levels.find((level) => level.rank === rank + 1);
    return {
      ...row,
      level: { rank, name: levelName(levels, rank) },
      next: next === undefined ? null : { ...next, missing },
    };
  });
}
