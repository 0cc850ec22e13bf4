import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { announceDrops } from "#lib/scorecards/evaluation/announce-drops.ts";
import { evaluateScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { readStoredDefinition } from "#lib/scorecards/scorecards/read-stored-definition.ts";
import { refuseCircle } from "#lib/scorecards/scorecards/refuse-circle.ts";
import { ScorecardDefinition } from "#lib/scorecards/scorecards/schema.ts";
import { writeScorecard } from "#lib/scorecards/scorecards/write-scorecard.ts";

/** Replaces a scorecard's definition; everything is scored by the new rules when it answers. Its identifier stays. */
export const updateScorecard = command({
  name: "scorecard.update",
  permission: "scorecard:write",
  route: { method: "PUT", path: "/scorecards/{identifier}", summary: "Replace a scorecard's definition" },
  input: ScorecardDefinition,
  output: z.object({ id: z.string(), identifier: z.string(), version: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const before = await readStoredDefinition(tx, ctx.org.id, input.identifier);
    await refuseCircle({ orgId: ctx.org.id, tx }, input);
    const written = before === null ? null : await writeScorecard(tx, ctx.org.id, input, true);
    if (written === null) throw new AppError("not_found", `There is no scorecard ${input.identifier}.`);
    const changes = await evaluateScorecards({ orgId: ctx.org.id, tx }, { scorecard: input.identifier });
    audit({ subjectKind: "scorecard", subjectId: written.id, subjectName: input.title, before, after: input });
    await emit({ topic: "scorecard.updated", subjectId: written.id });
    const levels = { scorecardId: written.id, before: before?.levels ?? [], after: input.levels };
    await announceDrops({ orgId: ctx.org.id, tx, emit }, changes, levels);
    return { ...written, identifier: input.identifier };
  },
});
