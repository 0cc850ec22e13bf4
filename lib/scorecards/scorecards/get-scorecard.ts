import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";
import { readBlocks, ScoredBlock } from "#lib/scorecards/results/read-blocks.ts";
import { LevelHistory, readHistory } from "#lib/scorecards/results/read-history.ts";
import { MatrixInput, MatrixRow, readMatrix } from "#lib/scorecards/results/read-matrix.ts";
import { RuleFailures, readRules } from "#lib/scorecards/results/read-rules.ts";
import { readSummaries } from "#lib/scorecards/scorecards/read-summaries.ts";
import { ScorecardSummary } from "#lib/scorecards/scorecards/schema.ts";

/** One scorecard: levels now and over twelve weeks, rules by failures, and entities by how close they are to their next level. */
export const getScorecard = query({
  name: "scorecard.get",
  permission: "scorecard:read",
  route: { method: "GET", path: "/scorecards/{identifier}", summary: "Read a scorecard with its results" },
  input: MatrixInput.extend({ identifier: z.string().min(1).max(63) }),
  output: ScorecardSummary.extend({
    /** Each scored entity as one block, highest level first; empty when there are too many to draw. */
    blocks: z.array(ScoredBlock),
    history: LevelHistory,
    /** Most failures first. */
    rules: z.array(RuleFailures),
    /** How many entities rise a level when the three rules that fail most often pass everywhere. */
    liftedByFirstThree: z.number(),
    /** Unless it is asked otherwise, closest to the next level first; those at the highest level last. */
    rows: z.array(MatrixRow),
    before: z.number(),
    nextCursor: z.string().nullable(),
    previousCursor: z.string().nullable(),
  }),
  async run({ ctx, tx, input }) {
    const [summary] = await readSummaries(tx, ctx.org.id, input.identifier);
    if (summary === undefined) throw new AppError("not_found", `There is no scorecard ${input.identifier}.`);
    const scope = { tx, orgId: ctx.org.id, scorecardId: summary.id, levels: summary.levels };
    const [blocks, history, { rules, liftedByFirstThree }, matrix] = await Promise.all([
      readBlocks(scope, summary.total),
      readHistory(scope),
      readRules(scope),
      readMatrix(scope, input),
    ]);
    return { ...summary, blocks, history, rules, liftedByFirstThree, ...matrix };
  },
});
