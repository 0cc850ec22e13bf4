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
/** The levels of a scorecard that was changed, by name from the lowest up, before and after. */
export type ChangedLevels = { scorecardId: string; before: readonly string[]; after: readonly string[] };
type Scope = { orgId: string; tx: Transaction; emit(event: NewEvent): Promise<void> };

/**
 * Tells of entities that have a lower level than before, in one event however many they are. Leaving a scorecard is no drop. Where a
 * scorecard was changed its levels may be others: then the level that an entity had is looked for among the new ones by its name.
 */
export async function announceDrops(
  { orgId, tx, emit }: Scope,
  changes: LevelChange[],
  changed?: ChangedLevels,
): Promise<void> {
  const fallen = changes.flatMap((change) => {
    const had = change.fromLevel ?? 0;
    const isOfChanged = changed?.scorecardId === change.scorecardId;
    const stillHas = isOfChanged ? levelAmongNew(had, changed) : had;
    const fromName = isOfChanged ? (changed.before[had - 1] ?? null) : null;
    return change.toLevel !== null && stillHas > change.toLevel ? [{ ...change, fromName }] : [];
  });
  if (fallen.length === 0) return;
  const drops = await tx.execute<LevelDrop>(sql`
    select c."entityId", s.identifier as scorecard, s.title as "scorecardTitle",
      coalesce(c."fromName", s.levels->(c."fromLevel" - 1)->>'name') as "fromName", s.levels->(nullif(c."toLevel", 0) - 1)->>'name' as "toName"
    from jsonb_to_recordset(${JSON.stringify(fallen)}::jsonb) as c("scorecardId" uuid, "entityId" uuid, "fromLevel" integer, "toLevel" integer, "fromName" text)
    join scorecards s on s.org_id = ${orgId}::uuid and s.id = c."scorecardId"`);
  await emit({
    topic: "scorecard.dropped",
    subjectId: "*",
    payload: { count: drops.length },
    detail: { drops: [...drops] },
  });
}

/** A level as a rank among the new ones. As many as before are the same ones renamed; of one that is gone the next lower one counts. */
function levelAmongNew(level: number, { before, after }: ChangedLevels): number {
  for (let rank = level; rank > 0; rank -= 1) {
    const found = after.indexOf(before[rank - 1] ?? "");
    if (found >= 0) return found + 1;
    if (before.length === after.length) return rank;
  }
  return 0;
}
