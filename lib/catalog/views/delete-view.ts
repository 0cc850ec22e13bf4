import { sql } from "drizzle-orm";
import { z } from "zod";
import { lockView } from "#lib/catalog/views/view-rows.ts";
import { command } from "#lib/kernel/operation.ts";

/** So long a deleted view can be brought back. */
const daysKept = 30;

/** Takes a saved view away, for everybody who saw it; for some days `view.restore` brings it back. What it listed stays. */
export const deleteView = command({
  name: "view.delete",
  permission: "view:write",
  route: { method: "DELETE", path: "/views/{id}", summary: "Delete a saved view" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const view = await lockView(ctx, tx, input.id);
    const org = sql`${ctx.org.id}::uuid`;
    await tx.execute(sql`update saved_views set deleted_at = now() where org_id = ${org} and id = ${view.id}::uuid`);
    // What was deleted long ago goes for good.
    await tx.execute(sql`
      delete from saved_views where org_id = ${org} and deleted_at < now() - make_interval(days => ${daysKept}::integer)`);
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
