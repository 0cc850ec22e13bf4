import * as words from "#components/words/catalog/group-words.ts";
/** What every kind can be grouped by. */
export const groupFields = [
  { value: "owner", label: words.team },
  { value: "lifecycle", label: words.lifecycle },
  { value: "type", label: words.type },
  { value: "blueprint", label: words.kind },
];

/** What a list is grouped by, as it is read. */
export function groupWords(group: string): string {
  return groupFields.find((field) => field.value === group)?.label ?? group.replace(/^properties\./, "");
}
