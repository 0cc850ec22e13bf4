import { sql } from "drizzle-orm";
import { z } from "zod";
import { entityKey, lockEntity } from "#lib/catalog/entities/editing.ts";
import { announceChanges } from "#lib/catalog/entities/record-changes.ts";
import { command } from "#lib/kernel/operation.ts";

/** Takes an entity out of every list without forgetting anything of it. The next import that names it brings it back. */
export const archiveEntity = command({
  name: "entity.archive",
  permission: "entity:write",
  route: { method: "POST", path: "/entities/archive", summary: "Archive an entity" },
  input: z.strictObject({ ...entityKey, reason: z.string().trim().max(500).default("") }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { id } = await lockEntity({ ctx, tx }, input);
    await tx.execute(
      sql`update entities e set is_archived = true where e.org_id = ${ctx.org.id}::uuid and e.id = ${id}::uuid`,
    );
    const subjectName = `${input.blueprint}:${input.identifier}`;
    audit({ subjectKind: "entity", subjectId: id, subjectName, after: { isArchived: true, reason: input.reason } });
    await announceChanges({ emit }, [id]);
    return { id };
  },
});
