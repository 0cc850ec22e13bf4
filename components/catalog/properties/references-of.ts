import { referenceOf } from "#components/catalog/properties/reference-of.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

const kinds = { user: "user", team: "group" } as const;

/** The people and teams that values name, as references to what the catalog may have. */
export function referencesOf(properties: PropertyDefinition[], values: Record<string, unknown>): string[] {
  const found = properties.flatMap(({ identifier, format, items }) => {
    const kind = kindOf(format ?? items?.format);
    const names = [values[identifier] ?? []].flat();
    return kind === null ? [] : names.filter((name) => typeof name === "string").map((name) => referenceOf(kind, name));
  });
  return [...new Set(found)].filter((reference) => reference.length <= 364);
}

function kindOf(format: PropertyDefinition["format"]): "user" | "group" | null {
  return format === "user" || format === "team" ? kinds[format] : null;
}
