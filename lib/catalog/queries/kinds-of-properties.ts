import type { Transaction } from "#db/client.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";
import type { PropertyTypes } from "#lib/catalog/query/elaboration.ts";
import { anyObject, boolean, listOf, number, text, unknown, type ValueType } from "#lib/catalog/query/value-type.ts";

const scalars: Record<"string" | "number" | "boolean" | "object", ValueType> = {
  string: text,
  number,
  boolean,
  object: anyObject,
};

/** The type that a query sees in a property. A text in YAML, OpenAPI and the like may be stored as an object as well. */
export function typeOfProperty({ type, format, items }: PropertyDefinition): ValueType {
  if (format === "yaml" || format === "openapi" || format === "asyncapi") return unknown;
  if (type === "array") return listOf(items === undefined ? unknown : scalars[items.type]);
  return scalars[type];
}

/** The properties of a kind; none when there is no such kind or none was named. */
export async function readProperties(
  tx: Transaction,
  orgId: string,
  blueprint: string | undefined,
): Promise<PropertyDefinition[]> {
  if (blueprint === undefined) return [];
  const blueprints = await readBlueprints(tx, orgId, [blueprint]);
  return blueprints.get(blueprint)?.definition.properties ?? [];
}

/** Their types by name. */
export function typesOf(properties: readonly PropertyDefinition[]): PropertyTypes {
  return Object.fromEntries(properties.map((property) => [property.identifier, typeOfProperty(property)]));
}
