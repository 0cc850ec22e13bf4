import { followPath, type Kinds } from "#lib/catalog/derived/follow-path.ts";
import type { DerivedProperty } from "#lib/catalog/derived/schema.ts";
import type { ItemDefinition, PropertyDefinition } from "#lib/catalog/properties/schema.ts";
import type { PropertyTypes } from "#lib/catalog/query/elaboration/elaboration.ts";
import { anyObject, boolean, listOf, number, text, unknown, type ValueType } from "#lib/catalog/query/value-type.ts";

type Shape = Pick<PropertyDefinition, "type" | "format"> & { items?: Pick<ItemDefinition, "type"> | undefined };

const scalars: Record<"string" | "number" | "boolean" | "object", ValueType> = {
  string: text,
  number,
  boolean,
  object: anyObject,
};

/** The type that a query sees in a property. A text in YAML, OpenAPI and the like may be stored as an object as well. */
export function typeOfProperty({ type, format, items }: Shape): ValueType {
  if (format === "yaml" || format === "openapi" || format === "asyncapi") return unknown;
  if (type === "array") return listOf(items === undefined ? unknown : scalars[items.type]);
  return scalars[type];
}

/** The types of all properties of a kind that are known before there is an entity, entered and derived ones. */
export function derivedTypes(kinds: Kinds, kind: string): PropertyTypes {
  const definition = kinds.get(kind)?.definition;
  if (definition === undefined) return {};
  return Object.fromEntries([
    ...definition.properties.map((property) => [property.identifier, typeOfProperty(property)]),
    ...definition.derived.map((property) => [property.identifier, typeOfDerived(kinds, kind, property)]),
  ]);
}

/** The type of a derived property; `seen` are those that asked for it, so that a cycle ends. */
export function typeOfDerived(kinds: Kinds, kind: string, property: DerivedProperty, seen: string[] = []): ValueType {
  if (property.kind === "aggregated") return number;
  if (property.kind === "calculated") return typeOfProperty(property);
  const followed = followPath(kinds, kind, property.path, property.isAnyDepth);
  const node = `${kind}.${property.identifier}`;
  if (!followed.ok || seen.includes(node)) return unknown;
  const types = (followed.hops.at(-1) ?? []).map((end) => typeOfField(kinds, end, property.field, [...seen, node]));
  const [first = unknown] = types;
  const one = types.every((type) => JSON.stringify(type) === JSON.stringify(first)) ? first : unknown;
  return followed.isMany ? listOf(one) : one;
}

function typeOfField(kinds: Kinds, kind: string, field: string, seen: string[]): ValueType {
  if (!field.startsWith("properties.")) return text;
  const name = field.slice("properties.".length);
  const definition = kinds.get(kind)?.definition;
  const entered = definition?.properties.find(({ identifier }) => identifier === name);
  if (entered !== undefined) return typeOfProperty(entered);
  const derived = definition?.derived.find(({ identifier }) => identifier === name);
  return derived === undefined ? unknown : typeOfDerived(kinds, kind, derived, seen);
}
