import { sql } from "drizzle-orm";
import { z } from "zod";
import { entityKey, lockEntity } from "#lib/catalog/entities/editing.ts";
import { announceChanges } from "#lib/catalog/entities/record-changes.ts";
import { command } from "#lib/kernel/operation.ts";

/** Brings an archived entity back as it was. */
export const restoreEntity = command({
  name: "entity.restore",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/restore", summary: "Restore an archived entity" },
  input: z.strictObject(entityKey),
  output: z.object({ id: z.string(), version: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { id, version } = await lockEntity({ ctx, tx }, input, { isArchived: true });
    await tx.execute(
      sql`update entities e set is_archived = false where e.org_id = ${ctx.org.id}::uuid and e.id = ${id}::uuid`,
    );
    const subjectName = `${input.blueprint}:${input.identifier}`;
    audit({
      subjectKind: "entity",
      subjectId: id,
      subjectName,
      before: { isArchived: true },
      after: { isArchived: false },
    });
    await announceChanges({ emit }, [id]);
    return { id, version };
  },
});
