import { z } from "zod";
import { setArchived } from "#lib/catalog/archive/set-archived.ts";
import { entityKey, lockEntity } from "#lib/catalog/entities/edits/editing.ts";
import { command } from "#lib/kernel/operation.ts";

/** Takes an entity out of every list without forgetting anything of it. It stays so, also when an import still names it, until it is restored. */
export const archiveEntity = command({
  name: "entity.archive",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/archive", summary: "Archive an entity" },
  input: z.strictObject({ ...entityKey, reason: z.string().trim().max(500).default("") }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { id } = await lockEntity({ ctx, tx }, input);
    await setArchived({ ctx, tx, emit }, [id], input);
    const subjectName = `${input.blueprint}:${input.identifier}`;
    audit({ subjectKind: "entity", subjectId: id, subjectName, after: { isArchived: true, reason: input.reason } });
    return { id };
  },
});
