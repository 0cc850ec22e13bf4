import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import type { Level } from "#lib/scorecards/scorecards/schema.ts";

/** Which scorecard to read results of. */
export type ResultScope = { tx: Transaction; orgId: string; scorecardId: string; levels: Level[] };

export const ScoredBlock = z.object({
  blueprint: z.string(),
  identifier: z.string(),
  title: z.string(),
  rank: z.number(),
});
export type ScoredBlock = z.infer<typeof ScoredBlock>;

// More blocks than this cannot be told apart; the page then draws one block for several.
const mostBlocks = 300;

/** Each scored entity with its level, highest first, or none when there are too many to draw one by one. */
export async function readBlocks({ tx, orgId, scorecardId }: ResultScope, total: number): Promise<ScoredBlock[]> {
  if (total > mostBlocks) return [];
  const rows = await tx.execute<ScoredBlock>(sql`
    select e.blueprint, e.identifier, e.title, l.level as rank
    from scorecard_levels l join entities e on e.org_id = l.org_id and e.id = l.entity_id
    where l.org_id = ${orgId}::uuid and l.scorecard_id = ${scorecardId}::uuid order by l.level desc, lower(e.title), e.id`);
  return [...rows];
}
