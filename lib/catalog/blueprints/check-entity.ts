import type { BlueprintDefinition, RelationDefinition, RequirableField } from "#lib/catalog/blueprints/schema.ts";
import type { DerivedProperty } from "#lib/catalog/derived/schema.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { checkValue } from "#lib/catalog/properties/check-value.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";
import type { FieldProblem } from "#lib/kernel/errors.ts";

const fieldOf: Record<RequirableField, "description" | "ownerRef" | "lifecycle" | "type"> = {
  description: "description",
  owner: "ownerRef",
  lifecycle: "lifecycle",
  type: "type",
};

/** What is wrong with a value for a property, or null. */
export type Judge = (property: PropertyDefinition, value: unknown) => string | null;

type Parts = Pick<ImportedEntity, "description" | "ownerRef" | "lifecycle" | "type" | "properties" | "relations">;

/**
 * What of an entity does not fit the definition of its kind, in the order of the definition. `path` is the field as forms name it:
 * `owner`, `properties.tier`, `relations.partOf`.
 */
export function checkEntity(definition: BlueprintDefinition, entity: Parts, judge: Judge = checkValue): FieldProblem[] {
  return [
    ...definition.requiredFields
      .filter((field) => (entity[fieldOf[field]] ?? "").trim() === "")
      .filter((field) => field !== "owner" || definition.ownership.type === "direct")
      .map((field) => ({ path: field, message: "This is needed" })),
    ...checkProperties(definition, entity.properties, judge),
    ...checkRelations(definition, entity.relations, judge),
  ];
}

function checkProperties(
  definition: BlueprintDefinition,
  properties: Record<string, unknown>,
  judge: Judge,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const property of definition.properties) {
    const value = Object.hasOwn(properties, property.identifier) ? properties[property.identifier] : undefined;
    const isMissing = value === undefined || value === null;
    const message = isMissing ? (property.isRequired ? "This is needed" : null) : judge(property, value);
    if (message !== null) problems.push({ path: `properties.${property.identifier}`, message });
  }
  const derived = new Map(definition.derived.map(({ identifier, kind }) => [identifier, kind]));
  for (const name of Object.keys(properties)) {
    const kind = derived.get(name);
    if (kind !== undefined) problems.push({ path: `properties.${name}`, message: derivedMessage(kind) });
  }
  if (definition.allowsOthers) return problems;
  const known = new Set([...derived.keys()].concat(definition.properties.map(({ identifier }) => identifier)));
  for (const name of Object.keys(properties))
    if (!known.has(name))
      problems.push({ path: `properties.${name}`, message: "This kind has no property of that name" });
  return problems;
}

/** Why nobody can enter a derived property. */
export function derivedMessage(kind: DerivedProperty["kind"]): string {
  return `This is ${kind} from other values and cannot be entered`;
}

/** What is said of a relation itself and does not fit: its properties, and dates where there are none. */
function checkDetails(
  relation: RelationDefinition,
  { properties = {}, since, until }: Parts["relations"][number],
  allowsOthers: boolean,
  judge: Judge,
): string[] {
  const messages: string[] = [];
  for (const property of relation.properties) {
    const value = Object.hasOwn(properties, property.identifier) ? properties[property.identifier] : null;
    const isMissing = value === undefined || value === null;
    const message = isMissing ? (property.isRequired ? "This is needed" : null) : judge(property, value);
    if (message !== null) messages.push(`${property.identifier}: ${message}`);
  }
  if (allowsOthers) return messages;
  const known = new Set(relation.properties.map(({ identifier }) => identifier));
  for (const name of Object.keys(properties))
    if (!known.has(name)) messages.push(`This relation has no property ${name}`);
  if (!relation.hasDates && (since !== undefined || until !== undefined)) messages.push("This relation has no dates");
  return messages;
}

function checkRelations(definition: BlueprintDefinition, relations: Parts["relations"], judge: Judge): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const relation of definition.relations) {
    const ends = relations.filter(({ type }) => type === relation.identifier);
    const path = `relations.${relation.identifier}`;
    if (ends.length === 0 && relation.isRequired) problems.push({ path, message: "This is needed" });
    if (ends.length > 1 && !relation.isMany) problems.push({ path, message: "This can point at one only" });
    const wrong =
      relation.targets.length === 0 ? undefined : ends.find((end) => !relation.targets.includes(end.blueprint));
    if (wrong !== undefined)
      problems.push({
        path,
        message: `This points at ${relation.targets.join(" or ")}, not at ${wrong.blueprint}:${wrong.identifier}`,
      });
    for (const end of ends)
      for (const message of checkDetails(relation, end, definition.allowsOthers, judge))
        problems.push({ path, message: `${end.blueprint}:${end.identifier}: ${message}` });
  }
  if (definition.allowsOthers) return problems;
  const known = new Set(["ownedBy", ...definition.relations.map(({ identifier }) => identifier)]);
  for (const type of new Set(relations.map((relation) => relation.type)))
    if (!known.has(type))
      problems.push({ path: `relations.${type}`, message: "This kind has no relation of that name" });
  return problems;
}
