import { z } from "zod";
import { eraseEntities } from "#lib/catalog/archive/erase-entities.ts";
import { lockMany, ManyOutput, manyInput } from "#lib/catalog/archive/lock-many.ts";
import { readLayers } from "#lib/catalog/contributions/read-layers.ts";
import { toDocument } from "#lib/catalog/contributions/schema.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Deletes many entities with their history, archived or not: all or none, or, when `isPartial`, all that are there. The audit log keeps
 * how each was.
 */
export const deleteEntities = command({
  name: "entity.delete-many",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/deletions", summary: "Delete many entities with their history" },
  input: z.strictObject(manyInput(500)),
  output: ManyOutput,
  async run({ ctx, tx, input, audit, emit }) {
    const { ids, refused, problems } = await lockMany(tx, ctx.org.id, input, "any");
    const were = await readLayers(tx, ctx.org.id, ids, { lock: false });
    await eraseEntities({ ctx, tx, emit }, ids);
    const counts = { done: ids.length, refused };
    const entities = were.map(({ entity }) => ({
      name: `${entity.blueprint}:${entity.identifier}`,
      ...toDocument(entity),
    }));
    audit({ subjectKind: "entity", subjectId: "*", subjectName: "many", before: { entities }, after: counts });
    if (ids.length > 0) await emit({ topic: "entity.deleted", subjectId: "*", payload: { count: ids.length } });
    return { ...counts, problems };
  },
});
