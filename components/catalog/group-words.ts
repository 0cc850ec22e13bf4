import * as words from "#components/words/catalog/group-words.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";

/** What every kind can be grouped by. */
export const groupFields = [
  { value: "owner", label: words.team },
  { value: "lifecycle", label: words.lifecycle },
  { value: "type", label: words.type },
  { value: "blueprint", label: words.kind },
];

/** What the properties of a kind are called, by name. */
export type PropertyTitles = Record<string, string>;

export function propertyTitles(definition: Pick<BlueprintDefinition, "properties" | "derived"> | null): PropertyTitles {
  const all = [...(definition?.properties ?? []), ...(definition?.derived ?? [])];
  return Object.fromEntries(all.map(({ identifier, title }) => [identifier, title]));
}

/** What a list is grouped by, as it is read. A property that its kind does not describe is called by its name. */
export function groupWords(group: string, titles: PropertyTitles): string {
  const known = groupFields.find((field) => field.value === group);
  if (known !== undefined) return known.label;
  const name = group.replace(/^properties\./, "");
  return titles[name] ?? name;
}
