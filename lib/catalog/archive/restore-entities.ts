import { z } from "zod";
import { lockMany, ManyOutput, manyInput } from "#lib/catalog/archive/lock-many.ts";
import { setArchived } from "#lib/catalog/archive/set-archived.ts";
import { command } from "#lib/kernel/operation.ts";

/** Brings many archived entities back: all or none, or, when `isPartial`, all that are there. One transaction, one audit entry. */
export const restoreEntities = command({
  name: "entity.restore-many",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/restore/many", summary: "Restore many archived entities" },
  input: z.strictObject(manyInput(5000)),
  output: ManyOutput,
  async run({ ctx, tx, input, audit, emit }) {
    const { ids, refused, problems } = await lockMany(tx, ctx.org.id, input, "archived");
    await setArchived({ ctx, tx, emit }, ids, null);
    const counts = { done: ids.length, refused };
    audit({ subjectKind: "entity", subjectId: "*", subjectName: "many", after: { ...counts, entities: ids } });
    return { ...counts, problems };
  },
});
