/** What every kind can be grouped by. */
export const groupFields = [
  { value: "owner", label: "Team" },
  { value: "lifecycle", label: "Lifecycle" },
  { value: "type", label: "Type" },
  { value: "blueprint", label: "Kind" },
];

/** What a list is grouped by, as it is read. */
export function groupWords(group: string): string {
  return groupFields.find((field) => field.value === group)?.label ?? group.replace(/^properties\./, "");
}
