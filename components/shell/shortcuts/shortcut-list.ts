export type Shortcut = { keys: string[]; does: string };

/** All keys, as the help shows them. */
export const shortcutGroups: { title: string; shortcuts: Shortcut[] }[] = [
  {
    title: "Anywhere",
    shortcuts: [
      { keys: ["⌘", "K"], does: "Search or run" },
      { keys: ["/"], does: "Search or run" },
      { keys: ["t"], does: "Switch between light and dark" },
      { keys: ["z"], does: "Undo what a message offers" },
      { keys: ["?"], does: "All shortcuts" },
    ],
  },
  {
    title: "Go to",
    shortcuts: [
      { keys: ["g", "h"], does: "Home" },
      { keys: ["g", "i"], does: "Inbox" },
      { keys: ["g", "c"], does: "Catalog" },
      { keys: ["g", "s"], does: "Scorecards" },
      { keys: ["g", "a"], does: "Actions" },
      { keys: ["g", "r"], does: "Runs" },
      { keys: ["g", "d"], does: "Dashboards" },
    ],
  },
  {
    title: "In lists",
    shortcuts: [
      { keys: ["j"], does: "Next row" },
      { keys: ["k"], does: "Previous row" },
      { keys: ["↵"], does: "Open the row" },
      { keys: ["x"], does: "Select the row" },
      { keys: ["e"], does: "Archive (in the inbox)" },
      { keys: ["f"], does: "Filter" },
      { keys: ["esc"], does: "Clear the selection" },
    ],
  },
];
