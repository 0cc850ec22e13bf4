import { z } from "zod";
import { retract } from "#lib/catalog/contributions/edit-layers.ts";
import { writeLayers } from "#lib/catalog/contributions/write-layers.ts";
import { entityKey, lockEntity } from "#lib/catalog/entities/edits/editing.ts";
import { recordChanges } from "#lib/catalog/entities/history/record-changes.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Takes back what was said by hand about a field, or about everything: the field goes back to whoever comes next. With `sourceId` it is
 * what that source says that is forgotten, until it says it again.
 */
export const dropOverride = command({
  name: "entity.drop-override",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/overrides/drop", summary: "Take back what was said by hand" },
  input: z.strictObject({
    ...entityKey,
    field: z.string().max(400).optional().describe("Such as title or properties.tier; everything when left out"),
    sourceId: z.uuid().optional(),
  }),
  output: z.object({ version: z.number(), isChanged: z.boolean() }),
  async run({ ctx, tx, input, audit, emit }) {
    const before = await lockEntity({ ctx, tx }, input);
    const sourceId = input.sourceId ?? before.layers.find(({ kind }) => kind === "person")?.sourceId;
    const layers = sourceId === undefined ? null : retract(before.layers, sourceId, input.field);
    if (layers === null)
      throw new AppError("not_found", "There is no such override; somebody may have dropped it already.");
    if (layers.length === 0) {
      const message = "Nobody else describes this, so there is nothing to go back to; change or archive it instead.";
      throw new AppError("conflict", message);
    }
    const changed = await writeLayers({ ctx, tx, emit }, [{ before, layers }]);
    await recordChanges({ ctx, tx, emit }, changed, { sourceId: layers[0]?.sourceId ?? null });
    audit({
      subjectKind: "entity",
      subjectId: before.id,
      subjectName: `${input.blueprint}:${input.identifier}`,
      before: { override: before.layers.find((layer) => layer.sourceId === sourceId)?.document ?? null },
      after: { dropped: input.field ?? "everything" },
    });
    return { version: before.version + changed.length, isChanged: changed.length > 0 };
  },
});
