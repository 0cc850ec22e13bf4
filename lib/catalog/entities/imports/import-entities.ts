import { z } from "zod";
import { findArchived } from "#lib/catalog/archive/find-archived.ts";
import { EntityMisfit, findImportMisfits } from "#lib/catalog/blueprints/find-import-misfits.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { command } from "#lib/kernel/operation.ts";

const namesInAnswer = 500;
const text = (max: number) => z.string().trim().min(1, "Cannot be empty").max(max, `Use at most ${max} characters`);

const { shape } = ImportedEntity;

/** What a program sends of an entity. It is all that the program says of it: what is left out is empty, and the title is the identifier. */
const SentEntity = z
  .strictObject({
    ...shape,
    title: shape.title.optional(),
    description: shape.description.default(null),
    ownerRef: shape.ownerRef.default(null).describe("Such as group:payments"),
    lifecycle: shape.lifecycle.default(null),
    type: shape.type.default(null),
    tags: shape.tags.default([]),
    labels: shape.labels.default({}),
    annotations: shape.annotations.default({}),
    links: shape.links.default([]),
    properties: shape.properties.default({}),
    relations: shape.relations.default([]),
    origin: shape.origin.default(null),
  })
  .transform(({ title, ...entity }): ImportedEntity => {
    const relations = withOwner(entity.relations, entity.ownerRef);
    return { ...entity, title: title ?? entity.identifier, relations };
  });

/** An owner is a relation, too, whether it was sent as one or not. */
function withOwner(relations: ImportedEntity["relations"], ownerRef: string | null): ImportedEntity["relations"] {
  const colon = ownerRef?.indexOf(":") ?? -1;
  if (ownerRef === null || colon < 1 || relations.some(({ type }) => type === "ownedBy")) return relations;
  return [
    ...relations,
    { type: "ownedBy", blueprint: ownerRef.slice(0, colon), identifier: ownerRef.slice(colon + 1) },
  ];
}

export const ImportEntitiesInput = z
  .strictObject({
    source: z.strictObject({ name: text(120), location: text(2000) }),
    entities: z.array(SentEntity).min(1, "Send at least one entity").max(5000, "Send at most 5,000 entities at once"),
  })
  .check((request) => {
    const places = new Map<string, number>();
    for (const [place, { blueprint, identifier }] of request.value.entities.entries()) {
      const name = `${blueprint}:${identifier}`;
      const first = places.get(name);
      if (first === undefined) places.set(name, place);
      else {
        const message = `${name} is in the request twice, first at place ${first}; send it once`;
        request.issues.push({ code: "custom", message, path: ["entities", place, "identifier"], input: identifier });
      }
    }
  });

const misfitsInAnswer = 500;

/** Writes many entities that a program describes itself: one transaction, one audit entry, a version per entity that changed. */
export const importEntities = command({
  name: "entity.import",
  permission: "catalog:import",
  route: { method: "POST", path: "/entities/bulk", summary: "Create or change many entities" },
  input: ImportEntitiesInput,
  output: z.object({
    sourceId: z.string(),
    created: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    /** How much does not fit its kind, and the first 500 of it. It was written all the same. */
    misfitCount: z.number(),
    misfits: z.array(EntityMisfit),
    archived: z.array(z.string()).describe("Those that were read and stay archived; the first 500"),
  }),
  async run({ ctx, tx, input, audit, emit }) {
    const kind = ctx.door === "seed" ? "seed" : "api";
    const result = await upsertEntities(
      { ctx, tx, emit },
      { source: { kind, ...input.source }, entities: input.entities },
    );
    const { sourceId, created, changed, unchanged } = result;
    audit({
      subjectKind: "source",
      subjectId: sourceId,
      subjectName: input.source.name,
      after: { location: input.source.location, created, changed, unchanged },
    });
    const found = await findImportMisfits(tx, ctx.org.id, input.entities);
    const misfits = found.slice(0, misfitsInAnswer).map(({ of: _, ...misfit }) => misfit);
    const archived = await findArchived(tx, ctx.org.id, input.entities);
    return {
      sourceId,
      created,
      changed,
      unchanged,
      misfitCount: found.length,
      misfits,
      archived: [...archived].slice(0, namesInAnswer),
    };
  },
});
