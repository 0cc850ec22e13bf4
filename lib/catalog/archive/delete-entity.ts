import { sql } from "drizzle-orm";
import { z } from "zod";
import { eraseEntities } from "#lib/catalog/archive/erase-entities.ts";
import { toDocument } from "#lib/catalog/contributions/schema.ts";
import { ExpectedVersion, entityKey, lockEntity } from "#lib/catalog/entities/edits/editing.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Deletes an entity, archived or not, with its history and scores. The audit log keeps how it was; what pointed at it says so. */
export const deleteEntity = command({
  name: "entity.delete",
  permission: "entity:write",
  route: {
    method: "DELETE",
    path: "/entities/{blueprint}/{+identifier}",
    summary: "Delete an entity with its history",
  },
  input: z.strictObject({ ...entityKey, expectedVersion: z.coerce.number().pipe(ExpectedVersion.unwrap()).optional() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [row] = await tx.execute<{ isArchived: boolean }>(sql`
      select e.is_archived as "isArchived" from entities e
      where e.org_id = ${ctx.org.id}::uuid and e.blueprint = ${input.blueprint} and e.identifier = ${input.identifier}`);
    const { id, version, entity } = await lockEntity({ ctx, tx }, input, row);
    if (input.expectedVersion !== undefined && input.expectedVersion !== version) {
      const message = `Somebody changed this meanwhile: it is at version ${version}, you saw ${input.expectedVersion}. Nothing was deleted.`;
      throw new AppError("conflict", message);
    }
    await eraseEntities({ ctx, tx, emit }, [id]);
    const subjectName = `${input.blueprint}:${input.identifier}`;
    audit({ subjectKind: "entity", subjectId: id, subjectName, before: toDocument(entity), after: null });
    await emit({ topic: "entity.deleted", subjectId: id });
    return { id };
  },
});
