import { sql } from "drizzle-orm";
import { z } from "zod";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import { patchAsDocument } from "#lib/catalog/contributions/apply-patch.ts";
import { toEntity } from "#lib/catalog/contributions/schema.ts";
import { editorOf, findProblems, throwProblems } from "#lib/catalog/entities/edits/editing.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { NewEntity } from "#lib/catalog/entities/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Puts a new entity into the catalog, as its kind wants it; properties that are not given get their defaults. */
export const createEntity = command({
  name: "entity.create",
  permission: "entity:write",
  route: { method: "POST", path: "/entities", summary: "Create an entity" },
  input: NewEntity,
  output: z.object({ id: z.string(), blueprint: z.string(), identifier: z.string(), version: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { blueprint, identifier, ...patch } = input;
    const [existing] = await tx.execute<{ isArchived: boolean }>(sql`
      select e.is_archived as "isArchived" from entities e
      where e.org_id = ${ctx.org.id}::uuid and e.blueprint = ${blueprint} and e.identifier = ${identifier}`);
    if (existing !== undefined) throw taken(input, existing.isArchived);
    const blueprints = await readBlueprints(tx, ctx.org.id, [blueprint]);
    const defaults = (blueprints.get(blueprint)?.definition.properties ?? []).flatMap((property) =>
      property.default === undefined ? [] : [[property.identifier, property.default] as const],
    );
    const properties = { ...Object.fromEntries(defaults), ...patch.properties };
    const entity = toEntity({ blueprint, identifier, origin: null }, patchAsDocument({ ...patch, properties }));
    throwProblems(findProblems(blueprints, entity));
    const result = await upsertEntities({ ctx, tx, emit }, { source: editorOf(ctx), entities: [entity] });
    const [id] = result.entityIds;
    // Somebody else was faster by a moment.
    if (result.created !== 1 || id === undefined) throw taken(input, false);
    audit({ subjectKind: "entity", subjectId: id, subjectName: `${blueprint}:${identifier}`, after: input });
    return { id, blueprint, identifier, version: 1 };
  },
});

function taken({ blueprint, identifier }: { blueprint: string; identifier: string }, isArchived: boolean): AppError {
  const message = isArchived
    ? `There was a ${blueprint} ${identifier}, which is archived; restore it, or choose another identifier.`
    : `There is a ${blueprint} ${identifier} already; choose another identifier, or change that one.`;
  return new AppError("conflict", message, [{ path: "identifier", message }]);
}
