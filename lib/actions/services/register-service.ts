import { sql } from "drizzle-orm";
import { z } from "zod";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Puts the service that a run made into the catalog. Only runs call it, inside the transaction that records their last step, so it
 * happens exactly once; it is not a route.
 */
export const registerService = command({
  name: "service.register",
  permission: "entity:write",
  route: { method: "POST", path: "/internal/services", summary: "Register what a run made" },
  input: z.strictObject({ runNumber: z.number(), actionTitle: z.string(), commit: z.string(), entity: ImportedEntity }),
  output: z.object({ entityId: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { entity } = input;
    const [existing] = await tx.execute(sql`
      select 1 from entities where org_id = ${ctx.org.id}::uuid and blueprint = ${entity.blueprint} and identifier = ${entity.identifier}`);
    if (existing !== undefined) {
      throw new AppError(
        "conflict",
        `A component ${entity.identifier} came into the catalog while this run was working; it was left as it is.`,
      );
    }
    const source = {
      kind: "action",
      name: input.actionTitle,
      location: `repositories/${entity.identifier}`,
      revision: input.commit,
    } as const;
    const { entityIds } = await upsertEntities({ ctx, tx, emit }, { source, entities: [entity] });
    const entityId = entityIds[0];
    if (entityId === undefined) throw new Error("The entity was not stored");
    audit({
      subjectKind: "entity",
      subjectId: entityId,
      subjectName: `component:${entity.identifier}`,
      after: { run: input.runNumber, commit: input.commit, title: entity.title, owner: entity.ownerRef },
    });
    return { entityId };
  },
});
