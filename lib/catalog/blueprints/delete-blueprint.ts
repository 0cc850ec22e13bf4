import { sql } from "drizzle-orm";
import { z } from "zod";
import { eraseEntities } from "#lib/catalog/archive/erase-entities.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { shippedBlueprint } from "#lib/catalog/blueprints/shipped-blueprints.ts";
import { findBroken } from "#lib/catalog/derived/check-derived.ts";
import type { Kinds } from "#lib/catalog/derived/follow-path.ts";
import { recomputeKinds } from "#lib/catalog/derived/recompute-kinds.ts";
import { AppError, type FieldProblem } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/**
 * Deletes a kind of entity. While entities of it are there, or other kinds point at it, that has to be told. A kind that ships with
 * Causeway goes back to how it ships.
 */
export const deleteBlueprint = command({
  name: "blueprint.delete",
  permission: "blueprint:write",
  route: { method: "DELETE", path: "/blueprints/{identifier}", summary: "Delete a kind of entity" },
  input: z.strictObject({
    identifier: z.string().max(63),
    entities: z.enum(["refuse", "delete"]).default("refuse").describe("What to do with the entities of this kind"),
    relations: z
      .enum(["refuse", "drop"])
      .default("refuse")
      .describe("What to do with other kinds' relations that point at it"),
  }),
  output: z.object({ identifier: z.string(), deletedEntities: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { identifier } = input;
    const org = ctx.org.id;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`blueprints ${org}`}, 0))`);
    // An import of this kind under way holds it: what it brings is counted, too.
    await tx.execute(
      sql`select 1 from blueprints b where b.org_id = ${org}::uuid and b.identifier = ${identifier} for update`,
    );
    const blueprints = await readBlueprints(tx, org);
    const before = blueprints.get(identifier);
    if (before === undefined) throw new AppError("not_found", `There is no kind ${identifier}.`);
    const pointing = [...blueprints.values()].filter(
      (other) =>
        other.identifier !== identifier &&
        other.definition.relations.some(({ targets }) => targets.includes(identifier)),
    );
    const entities = await tx.execute<{ id: string }>(
      sql`select e.id from entities e where e.org_id = ${org}::uuid and e.blueprint = ${identifier}`,
    );
    const problems: FieldProblem[] = [];
    if (entities.length > 0 && input.entities === "refuse")
      problems.push({
        path: "entities",
        message: `${entities.length} of this kind are in the catalog, archived ones included; say delete to delete them too`,
      });
    // The shipped kinds point at each other, and this one stays as it ships.
    if (before.origin !== "shipped" && pointing.length > 0 && input.relations === "refuse") {
      const kinds = pointing.map((other) => other.title).join(", ");
      problems.push({
        path: "relations",
        message: `Relations of ${kinds} point at it; say drop to take it out of them`,
      });
    }
    const after = kindsAfter(blueprints, before);
    const broken = findBroken(blueprints, after, identifier);
    if (broken !== null) problems.push({ path: "relations", message: broken });
    if (problems.length > 0) throw new AppError("conflict", "This kind is in use; nothing was deleted.", problems);
    await eraseEntities(
      { ctx, tx, emit },
      entities.map(({ id }) => id),
    );
    if (before.origin !== "shipped") {
      for (const other of pointing) {
        const definition = {
          ...other.definition,
          relations: other.definition.relations.flatMap((relation) => withoutTarget(relation, identifier)),
        };
        await tx.execute(sql`
          update blueprints b set definition = ${JSON.stringify(definition)}::jsonb, version = b.version + 1, updated_at = now()
          where b.org_id = ${org}::uuid and b.identifier = ${other.identifier}`);
      }
    }
    await recomputeKinds(tx, org, { kind: identifier, before: before.definition, kinds: after });
    await tx.execute(sql`delete from blueprints b where b.org_id = ${org}::uuid and b.identifier = ${identifier}`);
    audit({
      subjectKind: "blueprint",
      subjectId: identifier,
      subjectName: before.title,
      before: { ...before, deletedEntities: entities.length },
      after: null,
    });
    await emit({ topic: "blueprint.changed", subjectId: identifier });
    return { identifier, deletedEntities: entities.length };
  },
});

/** The kinds when one is deleted: those that ship are as they ship, and relations that pointed at it are gone. */
function kindsAfter(blueprints: ReadonlyMap<string, BlueprintDetail>, gone: BlueprintDetail): Kinds {
  const shipped = shippedBlueprint(gone.identifier);
  if (gone.origin === "shipped" && shipped !== null)
    return new Map<string, { definition: BlueprintDetail["definition"] }>([
      ...blueprints,
      [gone.identifier, { definition: shipped.definition }],
    ]);
  const others = [...blueprints.values()].filter(({ identifier }) => identifier !== gone.identifier);
  return new Map(
    others.map(({ identifier, definition }) => {
      const relations = definition.relations.flatMap((relation) => withoutTarget(relation, gone.identifier));
      return [identifier, { definition: { ...definition, relations } }];
    }),
  );
}

/** A relation that pointed at this kind only goes with it: with no target left it would point at anything. */
function withoutTarget<T extends { targets: string[] }>(relation: T, identifier: string): T[] {
  if (!relation.targets.includes(identifier)) return [relation];
  const targets = relation.targets.filter((target) => target !== identifier);
  return targets.length === 0 ? [] : [{ ...relation, targets }];
}
