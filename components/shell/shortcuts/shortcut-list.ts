import { navItems } from "#components/shell/navigation/navigation-items.ts";
import { keys } from "#components/ui/keys.ts";

export type Shortcut = { keys: string[]; does: string };
export type ShortcutGroup = { title: string; shortcuts: Shortcut[] };

/** All keys that are the same on every page, as the help shows them. */
export const shortcutGroups: ShortcutGroup[] = [
  {
    title: "Anywhere",
    shortcuts: [
      { keys: ["⌘", "K"], does: "Search or run, Ctrl K elsewhere" },
      { keys: [keys.search], does: "Search or run" },
      { keys: [keys.create], does: "Create, where the page can" },
      { keys: [keys.edit], does: "Edit, where the page can" },
      { keys: [keys.theme], does: "Switch between light and dark" },
      { keys: [keys.undo], does: "Undo what a message offers" },
      { keys: [keys.help], does: "All shortcuts" },
    ],
  },
  {
    title: "Go to",
    shortcuts: navItems.flatMap((item) =>
      item.jump === undefined ? [] : [{ keys: [keys.jump, item.jump], does: item.label }],
    ),
  },
  {
    title: "In lists",
    shortcuts: [
      { keys: [keys.nextRow], does: "Next row" },
      { keys: [keys.previousRow], does: "Previous row" },
      { keys: ["↵"], does: "Open the row" },
      { keys: [keys.selectRow], does: "Select the row" },
      { keys: [keys.archive], does: "Archive (in the inbox)" },
      { keys: [keys.unread], does: "Read or unread (in the inbox)" },
      { keys: [keys.filter], does: "Filter" },
      { keys: ["esc"], does: "Clear the selection" },
    ],
  },
];
