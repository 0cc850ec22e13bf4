/**
 * Every key that does something, once: whoever listens compares with these, and the help shows them. The keys after `g` stand with the
 * places they lead to, in `components/shell/navigation/navigation-items.ts`.
 */
export const keys = {
  search: "/",
  jump: "g",
  theme: "t",
  undo: "z",
  help: "?",
  create: "c",
  edit: "e",
  filter: "f",
  nextRow: "j",
  previousRow: "k",
  selectRow: "x",
  archive: "e",
  unread: "u",
} as const;

/** Whether a press is this key alone, and not a part of a combination. */
export function isKey(event: KeyboardEvent, key: string): boolean {
  return event.key === key && !event.metaKey && !event.ctrlKey && !event.altKey;
}
