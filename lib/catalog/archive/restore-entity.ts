import { z } from "zod";
import { setArchived } from "#lib/catalog/archive/set-archived.ts";
import { entityKey, lockEntity } from "#lib/catalog/entities/edits/editing.ts";
import { command } from "#lib/kernel/operation.ts";

/** Brings an archived entity back, with what its sources said of it meanwhile. */
export const restoreEntity = command({
  name: "entity.restore",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/restore", summary: "Restore an archived entity" },
  input: z.strictObject(entityKey),
  output: z.object({ id: z.string(), version: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { id, version } = await lockEntity({ ctx, tx }, input, { isArchived: true });
    await setArchived({ ctx, tx, emit }, [id], null);
    const subjectName = `${input.blueprint}:${input.identifier}`;
    audit({
      subjectKind: "entity",
      subjectId: id,
      subjectName,
      before: { isArchived: true },
      after: { isArchived: false },
    });
    return { id, version };
  },
});
