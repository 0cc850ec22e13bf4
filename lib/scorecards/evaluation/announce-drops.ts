import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { NewEvent } from "#lib/kernel/events.ts";
import type { LevelChange } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";

/** An entity that fell to a lower level of a scorecard, as subscribers of `scorecard.dropped` get it in `detail.drops`. */
export type LevelDrop = {
  entityId: string;
  scorecard: string;
  scorecardTitle: string;
  fromName: string;
  toName: string | null;
};
type Scope = { orgId: string; tx: Transaction; emit(event: NewEvent): Promise<void> };

/** Tells of entities that have a lower level than before, in one event however many they are. Leaving a scorecard is no drop. */
export async function announceDrops({ orgId, tx, emit }: Scope, changes: LevelChange[]): Promise<void> {
  const fallen = changes.filter(({ fromLevel, toLevel }) => toLevel !== null && (fromLevel ?? 0) > toLevel);
  if (fallen.length === 0) return;
  const drops = await tx.execute<LevelDrop>(sql`
    select c."entityId", s.identifier as scorecard, s.title as "scorecardTitle",
      s.levels->(c."fromLevel" - 1)->>'name' as "fromName", s.levels->(nullif(c."toLevel", 0) - 1)->>'name' as "toName"
    from jsonb_to_recordset(${JSON.stringify(fallen)}::jsonb) as c("scorecardId" uuid, "entityId" uuid, "fromLevel" integer, "toLevel" integer)
    join scorecards s on s.org_id = ${orgId}::uuid and s.id = c."scorecardId"`);
  await emit({
    topic: "scorecard.dropped",
    subjectId: "*",
    payload: { count: drops.length },
    detail: { drops: [...drops] },
  });
}
