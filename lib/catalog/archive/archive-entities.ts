import { z } from "zod";
import { lockMany, ManyOutput, manyInput } from "#lib/catalog/archive/lock-many.ts";
import { setArchived } from "#lib/catalog/archive/set-archived.ts";
import { command } from "#lib/kernel/operation.ts";

/** Takes many entities out of every list: all or none, or, when `isPartial`, all that are there. One transaction, one audit entry. */
export const archiveEntities = command({
  name: "entity.archive-many",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/archive/many", summary: "Archive many entities" },
  input: z.strictObject({ ...manyInput(5000), reason: z.string().trim().max(500).default("") }),
  output: ManyOutput,
  async run({ ctx, tx, input, audit, emit }) {
    const { ids, refused, problems } = await lockMany(tx, ctx.org.id, input, "used");
    await setArchived({ ctx, tx, emit }, ids, input);
    const counts = { done: ids.length, refused };
    audit({
      subjectKind: "entity",
      subjectId: "*",
      subjectName: "many",
      after: { ...counts, entities: ids, reason: input.reason },
    });
    return { ...counts, problems };
  },
});
