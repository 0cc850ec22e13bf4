import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { announceDrops } from "#lib/scorecards/evaluation/announce-drops.ts";
import { evaluateScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { refuseCircle } from "#lib/scorecards/scorecards/refuse-circle.ts";
import { ScorecardDefinition } from "#lib/scorecards/scorecards/schema.ts";
import { writeScorecard } from "#lib/scorecards/scorecards/write-scorecard.ts";

/** Creates a scorecard; everything that its filter matches is scored when it answers. */
export const createScorecard = command({
  name: "scorecard.create",
  permission: "scorecard:write",
  route: { method: "POST", path: "/scorecards", summary: "Create a scorecard" },
  input: ScorecardDefinition,
  output: z.object({ id: z.string(), identifier: z.string(), version: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    await refuseCircle({ orgId: ctx.org.id, tx }, input);
    const written = await writeScorecard(tx, ctx.org.id, input, false);
    if (written === null) {
      const message = `A scorecard ${input.identifier} exists already; choose another identifier, or change that one.`;
      throw new AppError("conflict", message, [{ path: "identifier", message }]);
    }
    const changes = await evaluateScorecards({ orgId: ctx.org.id, tx }, { scorecard: input.identifier });
    audit({ subjectKind: "scorecard", subjectId: written.id, subjectName: input.title, after: input });
    await emit({ topic: "scorecard.created", subjectId: written.id });
    // Others may ask about it.
    await announceDrops({ orgId: ctx.org.id, tx, emit }, changes);
    return { ...written, identifier: input.identifier };
  },
});
