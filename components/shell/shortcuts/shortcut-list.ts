import { navItems } from "#components/shell/navigation/navigation-items.ts";
import { keys } from "#components/ui/keys.ts";
import * as words from "#components/words/shell/shortcuts/shortcut-list.ts";

export type Shortcut = { keys: string[]; does: string };
export type ShortcutGroup = { title: string; shortcuts: Shortcut[] };

/** All keys that are the same on every page, as the help shows them. */
export const shortcutGroups: ShortcutGroup[] = [
  {
    title: words.anywhere,
    shortcuts: [
      { keys: ["⌘", "K"], does: words.searchOrRunCtrlKElsewhere },
      { keys: [keys.search], does: words.searchOrRun },
      { keys: [keys.create], does: words.createWhereThePageCan },
      { keys: [keys.edit], does: words.editWhereThePageCan },
      { keys: [keys.theme], does: words.switchBetweenLightAndDark },
      { keys: [keys.undo], does: words.undoWhatAMessageOffers },
      { keys: [keys.help], does: words.allShortcuts },
    ],
  },
  {
    title: words.goTo,
    shortcuts: navItems.flatMap((item) =>
      item.jump === undefined ? [] : [{ keys: [keys.jump, item.jump], does: item.label }],
    ),
  },
  {
    title: words.inLists,
    shortcuts: [
      { keys: [keys.nextRow], does: words.nextRow },
      { keys: [keys.previousRow], does: words.previousRow },
      { keys: ["↵"], does: words.openTheRow },
      { keys: [keys.selectRow], does: words.selectTheRow },
      { keys: [keys.archive], does: words.archiveInTheInbox },
      { keys: [keys.unread], does: words.readOrUnreadInTheInbox },
      { keys: [keys.filter], does: words.filter },
      { keys: ["esc"], does: words.clearTheSelection },
    ],
  },
];
