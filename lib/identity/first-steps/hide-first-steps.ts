import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { command } from "#lib/kernel/operation.ts";

/** Puts the first steps away for whoever asks, or brings them back. */
export const hideFirstSteps = command({
  name: "first-steps.hide",
  permission: "person:write",
  route: { method: "PUT", path: "/first-steps/hidden", summary: "Put the first steps away, or bring them back" },
  input: z.strictObject({ isHidden: z.boolean() }),
  output: z.object({ isHidden: z.boolean() }),
  async run({ ctx, tx, input, audit, emit }) {
    const personId = ownPersonId(ctx);
    await tx.execute(sql`
      update memberships set first_steps_hidden_at = ${input.isHidden ? sql`now()` : sql`null`}
      where org_id = ${ctx.org.id}::uuid and person_id = ${personId}::uuid`);
    audit({
      subjectKind: "member",
      subjectId: personId,
      subjectName: ctx.actor.name,
      after: { firstStepsHidden: input.isHidden },
    });
    await emit({ topic: "first-steps.hidden", subjectId: personId });
    return { isHidden: input.isHidden };
  },
});
