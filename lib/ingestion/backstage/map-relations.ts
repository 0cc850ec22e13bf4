import { inverseRelation, isBackwardRelation } from "#lib/catalog/relations/relation-names.ts";
import { quote } from "#lib/ingestion/backstage/descriptor.ts";
import { identifierOf, parseEntityRef } from "#lib/ingestion/backstage/entity-ref.ts";
import type { ImportedEntity, ImportedRelation } from "#lib/ingestion/backstage/imported-entity.ts";
import type { KindRule } from "#lib/ingestion/backstage/kind-rules.ts";
import { areSaidRelations, readSaidRelations } from "#lib/ingestion/backstage/read-said-relations.ts";
import type { JsonObject } from "#lib/ingestion/yaml/parsed-yaml.ts";

type Report = (verdict: "refused", path: string, what: string, why: string) => void;

/**
 * The relations that the fields of `spec` state. A reference without namespace means the entity's own. A target need not exist.
 * `mappedFields` are the fields that became relations entirely; a field with a reference that cannot be read is to be kept as well.
 */
export function mapRelations(
  spec: JsonObject,
  rule: KindRule,
  namespace: string,
  report: Report,
): { relations: ImportedRelation[]; ownerRef: string | null; mappedFields: Set<string> } {
  const relations = new Map<string, ImportedRelation>();
  const mappedFields = new Set<string>();
  let ownerRef: string | null = null;
  for (const { field, type, kind } of rule.relations) {
    const value = spec[field];
    if (value === undefined || value === null) continue;
    let isComplete = true;
    for (const [index, reference] of [value].flat().entries()) {
      const parsed =
        typeof reference === "string"
          ? parseEntityRef(reference, { kind, namespace })
          : `${quote(reference)} is not text`;
      if (typeof parsed === "string") {
        isComplete = false;
        report(
          "refused",
          Array.isArray(value) ? `spec.${field}[${index}]` : `spec.${field}`,
          parsed,
          `Relation ${type} not made; the text is kept as a property.`,
        );
        continue;
      }
      const relation = { type, blueprint: parsed.kind, identifier: identifierOf(parsed) };
      relations.set(keyOf(relation), relation);
      if (type === "ownedBy") ownerRef ??= `${relation.blueprint}:${relation.identifier}`;
    }
    if (isComplete) mappedFields.add(field);
  }
  if (areSaidRelations(spec["relations"])) {
    const said = readSaidRelations(spec["relations"], namespace, report);
    // What is said of a relation stands beside the field that may state it too.
    for (const relation of said.relations) relations.set(keyOf(relation), relation);
    if (said.isComplete) mappedFields.add("relations");
  }
  return {
    relations: [...relations.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    ownerRef,
    mappedFields,
  };
}

/** Leaves out relations that the entity at the other end states itself, from its side: one fact is one relation. */
export function dropMirroredRelations(entities: ImportedEntity[]): void {
  const stated = new Set(
    entities.flatMap((entity) =>
      entity.relations.map((relation) => `${entity.blueprint}:${entity.identifier} ${keyOf(relation)}`),
    ),
  );
  for (const entity of entities) {
    entity.relations = entity.relations.filter(({ type, blueprint, identifier }) => {
      const mirrored = keyOf({
        type: inverseRelation(type) ?? "",
        blueprint: entity.blueprint,
        identifier: entity.identifier,
      });
      return !(isBackwardRelation(type) && stated.has(`${blueprint}:${identifier} ${mirrored}`));
    });
  }
}

function keyOf(relation: ImportedRelation): string {
  return `${relation.type} ${relation.blueprint}:${relation.identifier}`;
}
