import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { checkEntity } from "#lib/catalog/blueprints/check-entity.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { type LayeredEntity, readLayers } from "#lib/catalog/contributions/read-layers.ts";
import type { EntitySource, ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError, type FieldProblem } from "#lib/kernel/errors.ts";

/** What every command about one entity begins with. */
export const entityKey = { blueprint: z.string().max(63), identifier: z.string().min(1).max(200) };
export const ExpectedVersion = z
  .number()
  .int()
  .optional()
  .describe("The version that was read; refused when there is a newer one");

type Key = { blueprint: string; identifier: string };

/** As which source somebody edits: all people are one, each program is one. */
export function editorOf({ actor }: Context): EntitySource {
  return actor.kind === "user"
    ? { kind: "person", name: "People", location: "people" }
    : { kind: "program", name: actor.name, location: actor.id ?? actor.kind };
}

/** The entity with its layers, locked until the transaction ends. @throws AppError when it is not there, or was archived unless asked for */
export async function lockEntity(
  { ctx, tx }: { ctx: Context; tx: Transaction },
  { blueprint, identifier }: Key,
  { isArchived = false } = {},
): Promise<LayeredEntity> {
  const rows = await tx.execute<{ id: string }>(sql`
    select e.id from entities e where e.org_id = ${ctx.org.id}::uuid and e.blueprint = ${blueprint} and e.identifier = ${identifier}`);
  const [entity] = await readLayers(
    tx,
    ctx.org.id,
    rows.map(({ id }) => id),
    { lock: true },
  );
  if (entity?.isArchived === isArchived) return entity;
  const where = isArchived ? "among what was archived" : "in the catalog";
  throw new AppError("not_found", `There is no ${blueprint} ${identifier} ${where}.`);
}

/** What does not fit the kind of an entity, in one of the fields given; in all when none are. */
export function findProblems(
  blueprints: ReadonlyMap<string, BlueprintDetail>,
  entity: ImportedEntity,
  fields?: ReadonlySet<string>,
): FieldProblem[] {
  const definition = blueprints.get(entity.blueprint)?.definition;
  if (definition === undefined)
    return [{ path: "blueprint", message: `There is no kind ${entity.blueprint}; describe it first` }];
  const problems = checkEntity(definition, entity);
  return fields === undefined ? problems : problems.filter(({ path }) => fields.has(path));
}

/** @throws AppError when there are any */
export function throwProblems(problems: FieldProblem[]): void {
  if (problems.length > 0)
    throw new AppError("invalid", "Some of the entity cannot be used; nothing was saved.", problems);
}
