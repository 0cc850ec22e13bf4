import { sql } from "drizzle-orm";
import { z } from "zod";
import { ViewAudience, ViewName, ViewState } from "#lib/catalog/views/schema.ts";
import { ownerOf } from "#lib/catalog/views/view-rights.ts";
import { refuseTooMany, refusingTakenName, takeDefault, withoutEmpty } from "#lib/catalog/views/view-rows.ts";
import { command } from "#lib/kernel/operation.ts";

/** Gives the state of a list a name, for oneself, a team or everybody. */
export const createView = command({
  name: "view.create",
  permission: "view:write",
  route: { method: "POST", path: "/views", summary: "Save a view of the catalog" },
  input: z.strictObject({
    name: ViewName,
    audience: ViewAudience.default("mine"),
    teamId: z.uuid().nullable().default(null).describe("Whose view it is, when the audience is a team"),
    state: ViewState,
    isDefault: z.boolean().default(false).describe("Show it when this kind is opened without a filter"),
  }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { name, audience, isDefault } = input;
    const owner = await ownerOf(ctx, tx, audience, input.teamId);
    const org = sql`${ctx.org.id}::uuid`;
    await refuseTooMany(ctx, tx, audience, owner);
    const state = withoutEmpty(input.state);
    const blueprint = state.blueprint ?? null;
    if (isDefault) await takeDefault(ctx, tx, { audience, blueprint, owner });
    const insert = tx.execute<{ id: string }>(sql`
      insert into saved_views (org_id, list, name, audience, person_id, team_id, blueprint, state, is_default, created_by_name)
      values (${org}, 'catalog', ${name}, ${audience}, ${owner.personId}::uuid, ${owner.teamId}::uuid, ${blueprint},
        ${JSON.stringify(state)}::jsonb, ${isDefault}, ${ctx.actor.name})
      returning id`);
    const [row] = await refusingTakenName(insert);
    if (row === undefined) throw new Error("An insert without a row");
    audit({ subjectKind: "view", subjectId: row.id, subjectName: name, after: { audience, state, isDefault } });
    await emit({ topic: "view.changed", subjectId: row.id });
    return { id: row.id };
  },
});
