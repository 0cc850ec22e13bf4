import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownerOf } from "#lib/catalog/views/view-rights.ts";
import { lockView, refuseTooMany, refusingTakenName, takeDefault } from "#lib/catalog/views/view-rows.ts";
import { command } from "#lib/kernel/operation.ts";

/** Brings a deleted view back as it was: same address, same people who see it. */
export const restoreView = command({
  name: "view.restore",
  permission: "view:write",
  route: { method: "POST", path: "/views/{id}/restore", summary: "Bring a deleted view back, within 30 days" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { id, name, audience, team, blueprint, state, isDefault } = await lockView(ctx, tx, input.id, "deleted");
    const owner = await ownerOf(ctx, tx, audience, team?.id ?? null);
    await refuseTooMany(ctx, tx, audience, owner);
    if (isDefault) await takeDefault(ctx, tx, { audience, blueprint, owner });
    await refusingTakenName(
      tx.execute(sql`update saved_views set deleted_at = null where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid`),
    );
    audit({
      subjectKind: "view",
      subjectId: id,
      subjectName: name,
      before: null,
      after: { audience, state, isDefault },
    });
    await emit({ topic: "view.changed", subjectId: id });
    return { id };
  },
});
