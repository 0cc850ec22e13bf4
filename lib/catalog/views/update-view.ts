import { sql } from "drizzle-orm";
import { z } from "zod";
import { ViewAudience, ViewName, ViewState } from "#lib/catalog/views/schema.ts";
import { ownerOf } from "#lib/catalog/views/view-rights.ts";
import { lockView, refusingTakenName, takeDefault, withoutEmpty } from "#lib/catalog/views/view-rows.ts";
import { command } from "#lib/kernel/operation.ts";

/** Changes a saved view: its name, what it shows, who sees it. What is left out stays. */
export const updateView = command({
  name: "view.update",
  permission: "view:write",
  route: { method: "PATCH", path: "/views/{id}", summary: "Change a saved view" },
  input: z.strictObject({
    id: z.uuid(),
    name: ViewName.optional(),
    audience: ViewAudience.optional(),
    teamId: z.uuid().nullable().optional().describe("Whose view it is, when the audience is a team"),
    state: ViewState.optional(),
    isDefault: z.boolean().optional(),
  }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const before = await lockView(ctx, tx, input.id);
    const audience = input.audience ?? before.audience;
    const owner = await ownerOf(ctx, tx, audience, input.teamId ?? before.team?.id ?? null);
    const name = input.name ?? before.name;
    const state = input.state === undefined ? before.state : withoutEmpty(input.state);
    const blueprint = state.blueprint ?? null;
    const isDefault = input.isDefault ?? before.isDefault;
    if (isDefault) await takeDefault(ctx, tx, { audience, blueprint, owner });
    const update = tx.execute(sql`
      update saved_views set name = ${name}, audience = ${audience}, person_id = ${owner.personId}::uuid, team_id = ${owner.teamId}::uuid,
        blueprint = ${blueprint}, state = ${JSON.stringify(state)}::jsonb, is_default = ${isDefault}, updated_at = now()
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid`);
    await refusingTakenName(update);
    audit({
      subjectKind: "view",
      subjectId: input.id,
      subjectName: name,
      before: { name: before.name, audience: before.audience, state: before.state, isDefault: before.isDefault },
      after: { name, audience, state, isDefault },
    });
    await emit({ topic: "view.changed", subjectId: input.id });
    return { id: input.id };
  },
});
