import { sql } from "drizzle-orm";
import { z } from "zod";
import { lockView } from "#lib/catalog/views/view-rows.ts";
import { command } from "#lib/kernel/operation.ts";

/** Takes a saved view away, for everybody who saw it. What it listed stays. */
export const deleteView = command({
  name: "view.delete",
  permission: "view:write",
  route: { method: "DELETE", path: "/views/{id}", summary: "Delete a saved view" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const view = await lockView(ctx, tx, input.id);
    await tx.execute(sql`delete from saved_views where org_id = ${ctx.org.id}::uuid and id = ${view.id}::uuid`);
    const { name, audience, state, isDefault } = view;
    audit({
      subjectKind: "view",
      subjectId: view.id,
      subjectName: name,
      before: { audience, state, isDefault },
      after: null,
    });
    await emit({ topic: "view.changed", subjectId: view.id });
    return { id: view.id };
  },
});
