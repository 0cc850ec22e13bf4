import { z } from "zod";
import { refuseReversedDates, relationDetails } from "#lib/catalog/relations/relation-details.ts";
import { quote } from "#lib/ingestion/backstage/descriptor.ts";
import { identifierOf, parseEntityRef } from "#lib/ingestion/backstage/entity-ref.ts";
import type { ImportedRelation } from "#lib/ingestion/backstage/imported-entity.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "#lib/ingestion/yaml/parsed-yaml.ts";

type Report = (verdict: "refused", path: string, what: string, why: string) => void;

const Said = z
  .strictObject({
    type: z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, "Use letters, digits, _ and -, beginning with a letter"),
    target: z.string(),
    ...relationDetails,
  })
  .check(refuseReversedDates);

/** Whether `spec.relations` is Causeway's list of relations, and not something that a kind of its own calls so. */
export function areSaidRelations(value: JsonValue | undefined): value is JsonObject[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => isJsonObject(item) && "target" in item);
}

/**
 * Relations written out in `spec.relations`, each with what is said of it: `type` and `target`, and, where there is more to say,
 * `properties`, `since` and `until`. Backstage has no place for these, so this field is Causeway's own; it may stand in every kind.
 * `isComplete` is whether each could be read.
 */
export function readSaidRelations(
  items: JsonObject[],
  namespace: string,
  report: Report,
): { relations: ImportedRelation[]; isComplete: boolean } {
  const relations: ImportedRelation[] = [];
  for (const [index, item] of items.entries()) {
    const path = `spec.relations[${index}]`;
    const refuse = (place: string, what: string) =>
      report("refused", place, what, "Relation not made; the list is kept as a property.");
    const read = Said.safeParse(item);
    if (!read.success) {
      for (const issue of read.error.issues) refuse([path, ...issue.path.map(String)].join("."), issue.message);
      continue;
    }
    const { type, target, ...details } = read.data;
    const end = parseEntityRef(target, { namespace });
    if (typeof end === "string") refuse(`${path}.target`, end);
    else if (type === "ownedBy") refuse(`${path}.type`, `${quote(type)} is written as spec.owner`);
    else relations.push({ type, blueprint: end.kind, identifier: identifierOf(end), ...present(details) });
  }
  return { relations, isComplete: relations.length === items.length };
}

function present<T extends object>(details: T): T {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as T;
}
