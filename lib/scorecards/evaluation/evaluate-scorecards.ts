import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { compileEvaluation } from "#lib/scorecards/evaluation/compile-evaluation.ts";
import { countsIncoming, readDefinitions } from "#lib/scorecards/evaluation/read-definitions.ts";

// Bounds the memory of one statement; what comes after waits for it in the same transaction.
const entitiesPerStatement = 20_000;

/** `fromLevel` is null when the entity was not scored before, `toLevel` when it no longer is. */
export type LevelChange = { scorecardId: string; entityId: string; fromLevel: number | null; toLevel: number | null };
type Scope = { orgId: string; tx: Transaction };
type Selection = {
  /** All entities of the organization when left out. */
  entityIds?: readonly string[] | undefined;
  /** All scorecards when left out. */
  scorecardId?: string | undefined;
};

/**
 * Works out rule results and levels, in the transaction that changed the entities, so that nobody ever sees an entity with the level
 * of what it was before. One statement evaluates all rules of a scorecard over all the entities.
 *
 * Evaluations of one organization wait for each other: two transactions that change entities that depend on each other would
 * otherwise each score what the other is about to replace, or lock each other's rows in both orders.
 * @returns the levels that changed
 */
export async function evaluateScorecards({ orgId, tx }: Scope, selection: Selection = {}): Promise<LevelChange[]> {
  const { entityIds, scorecardId } = selection;
  if (entityIds?.length === 0) return [];
  // Taken before anything is read: what is read next includes all that others evaluated and committed.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('scorecards ' || ${orgId}::text, 0))`);
  const changes: LevelChange[] = [];
  const now = new Date();
  for (const scorecard of await readDefinitions(tx, orgId, scorecardId)) {
    for (const ids of chunksOf(countsIncoming(scorecard) ? undefined : entityIds)) {
      const rows = await tx.execute<Omit<LevelChange, "scorecardId">>(
        compileEvaluation(scorecard, { orgId, now, entityIds: ids }),
      );
      changes.push(...rows.map((row) => ({ scorecardId: scorecard.id, ...row })));
    }
  }
  return changes;
}

function chunksOf(ids: readonly string[] | undefined): (readonly string[] | undefined)[] {
  if (ids === undefined || ids.length <= entitiesPerStatement) return [ids];
  const count = Math.ceil(ids.length / entitiesPerStatement);
  return Array.from({ length: count }, (_, chunk) =>
    ids.slice(chunk * entitiesPerStatement, (chunk + 1) * entitiesPerStatement),
  );
}
