import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";
import { EntityIds } from "#lib/scorecards/results/entity-ids.ts";
import {
  EntityLevel,
  type LevelRow,
  levelsStatement,
  toEntityLevel,
} from "#lib/scorecards/results/list-entity-levels.ts";
import {
  type FailureRow,
  failuresStatement,
  RuleFailure,
  toRuleFailure,
} from "#lib/scorecards/results/list-failures.ts";
import {
  type ChangeRow,
  LevelChange,
  levelChangesStatement,
  toLevelChange,
} from "#lib/scorecards/results/list-level-changes.ts";

const shownFailures = 500;
const shownChanges = 20;

/**
 * Where several entities stand: their levels, what keeps them from the next ones, and what rose and fell lately. Without entities only
 * the last, of all. One statement, for pages that show all three.
 */
export const listStandings = query({
  name: "scorecard.list-standings",
  permission: "scorecard:read",
  route: {
    method: "GET",
    path: "/entity-standings",
    summary: "List levels, failures and level changes of several entities",
  },
  input: z.strictObject({ entityIds: EntityIds.optional() }),
  output: z.object({
    levels: z.array(EntityLevel),
    failures: z.array(RuleFailure),
    changes: z.array(LevelChange),
  }),
  async run({ ctx, tx, input }) {
    const { entityIds } = input;
    const some = entityIds ?? [];
    const [row] = await tx.execute<{ levels: LevelRow[]; failures: FailureRow[]; changes: ChangeRow[] }>(sql`
      select ${asList(levelsStatement(ctx.org.id, some))} as levels, ${asList(failuresStatement(ctx.org.id, some, shownFailures))} as failures,
        ${asList(levelChangesStatement(ctx.org.id, entityIds, shownChanges))} as changes`);
    return {
      levels: (row?.levels ?? []).map(toEntityLevel),
      failures: (row?.failures ?? []).map(toRuleFailure),
      changes: (row?.changes ?? []).map(toLevelChange),
    };
  },
});

/** The rows of a statement, in their order, as one value. */
function asList(statement: SQL): SQL {
  return sql`(select coalesce(jsonb_agg(to_jsonb(listed)), '[]') from (${statement}) as listed)`;
}
