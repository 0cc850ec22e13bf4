import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

/** The property that every kind may have its API definition in, whatever its format; the entity's type says what it is. */
export const usualProperty = "definition";
const formats: ReadonlySet<string | undefined> = new Set(["openapi", "asyncapi", "graphql", "grpc"]);

/** A property that holds an API definition. `form` is its format; null where only the entity's type says it. */
export type DefinitionProperty = { property: string; title: string; form: string | null };

/** Which properties of an entity hold API definitions, the usual one first. */
export function findReferences(
  described: Pick<PropertyDefinition, "identifier" | "title" | "format">[],
  values: Record<string, unknown>,
): DefinitionProperty[] {
  const usual = described.find(({ identifier }) => identifier === usualProperty);
  const others = described.filter(({ identifier, format }) => formats.has(format) && identifier !== usualProperty);
  const candidates = [usual ?? { identifier: usualProperty, title: "Definition" }, ...others];
  return candidates.flatMap(({ identifier, title, ...rest }) => {
    const form = "format" in rest && formats.has(rest.format) ? (rest.format ?? null) : null;
    return definitionText(values[identifier], form !== null) === null ? [] : [{ property: identifier, title, form }];
  });
}

/** The text of a definition; null where there is none. An object is one only where the kind says so. */
export function definitionText(value: unknown, isDescribed: boolean): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  return isDescribed && typeof value === "object" && value !== null ? JSON.stringify(value, null, 2) : null;
}
