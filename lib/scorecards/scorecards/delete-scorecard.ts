import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { announceDrops } from "#lib/scorecards/evaluation/announce-drops.ts";
import { evaluateScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { readStoredDefinition } from "#lib/scorecards/scorecards/read-stored-definition.ts";
import { ScorecardIdentifier } from "#lib/scorecards/scorecards/schema.ts";

/** Deletes a scorecard with its results and history. The audit log keeps its definition. */
export const deleteScorecard = command({
  name: "scorecard.delete",
  permission: "scorecard:write",
  route: { method: "DELETE", path: "/scorecards/{identifier}", summary: "Delete a scorecard with its history" },
  input: ScorecardIdentifier,
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const before = await readStoredDefinition(tx, ctx.org.id, input.identifier);
    if (before === null) throw new AppError("not_found", `There is no scorecard ${input.identifier}.`);
    await tx.execute(sql`delete from scorecards where org_id = ${ctx.org.id}::uuid and id = ${before.id}::uuid`);
    const changes = await evaluateScorecards({ orgId: ctx.org.id, tx }, { scorecard: input.identifier });
    audit({ subjectKind: "scorecard", subjectId: before.id, subjectName: before.title, before, after: null });
    await emit({ topic: "scorecard.deleted", subjectId: before.id });
    // Others may have asked about it.
    await announceDrops({ orgId: ctx.org.id, tx, emit }, changes);
    return { id: before.id };
  },
});
