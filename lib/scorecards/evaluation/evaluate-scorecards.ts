import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { compileEvaluation } from "#lib/scorecards/evaluation/compile-evaluation.ts";
import { findAskers } from "#lib/scorecards/evaluation/order-scorecards.ts";
import { type ReadScorecard, readDefinitions } from "#lib/scorecards/evaluation/read-definitions.ts";

// Bounds the memory of one statement; what comes after waits for it in the same transaction.
const entitiesPerStatement = 20_000;

/** `fromLevel` is null when the entity was not scored before, `toLevel` when it no longer is. */
export type LevelChange = { scorecardId: string; entityId: string; fromLevel: number | null; toLevel: number | null };
type Scope = { orgId: string; tx: Transaction };
type Selection = {
  /** All entities of the organization when left out. */
  entityIds?: readonly string[] | undefined;
  /** Its identifier: only this one, and those that ask about it. All scorecards when left out. */
  scorecard?: string | undefined;
  /** Only those whose results change when nothing but time passes; rows that stay as they are are not written. */
  byTime?: boolean | undefined;
};

/**
 * Works out rule results and levels, in the transaction that changed the entities, so that nobody ever sees an entity with the level
 * of what it was before. One statement evaluates all rules of a scorecard over all the entities.
 *
 * Evaluations of one organization wait for each other: two transactions that change entities that depend on each other would
 * otherwise each score what the other is about to replace, or lock each other's rows in both orders. A scorecard that asks about another
 * one comes behind it.
 * @returns the levels that changed
 */
export async function evaluateScorecards({ orgId, tx }: Scope, selection: Selection = {}): Promise<LevelChange[]> {
  const { entityIds, byTime = false } = selection;
  if (entityIds?.length === 0) return [];
  // Taken before anything is read: what is read next includes all that others evaluated and committed.
  await lockScorecards({ orgId, tx });
  const changes: LevelChange[] = [];
  const now = new Date();
  for (const scorecard of select(await readDefinitions(tx, orgId), selection)) {
    for (const ids of chunksOf(scorecard.incoming ? undefined : entityIds)) {
      const rows = await tx.execute<Omit<LevelChange, "scorecardId">>(
        compileEvaluation(scorecard, { orgId, now, entityIds: ids, onlyDifferent: byTime }),
      );
      changes.push(...rows.map((row) => ({ scorecardId: scorecard.id, ...row })));
    }
  }
  return changes;
}

/** Evaluations, and changes of what they read, go one after the other in an organization; until the end of the transaction. */
export async function lockScorecards({ orgId, tx }: Scope): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('scorecards ' || ${orgId}::text, 0))`);
}

function select(scorecards: ReadScorecard[], { scorecard, byTime }: Selection): ReadScorecard[] {
  const wanted = scorecard === undefined ? undefined : findAskers(scorecards, scorecard).add(scorecard);
  return scorecards.filter(
    ({ identifier, time }) => (wanted === undefined || wanted.has(identifier)) && (byTime !== true || time),
  );
}

function chunksOf(ids: readonly string[] | undefined): (readonly string[] | undefined)[] {
  if (ids === undefined || ids.length <= entitiesPerStatement) return [ids];
  const count = Math.ceil(ids.length / entitiesPerStatement);
  return Array.from({ length: count }, (_, chunk) =>
    ids.slice(chunk * entitiesPerStatement, (chunk + 1) * entitiesPerStatement),
  );
}
