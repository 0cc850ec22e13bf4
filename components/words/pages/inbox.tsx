import type { ReactNode } from "react";

export const inbox = "Inbox";
export const nothingInYourInbox = "Nothing in your inbox";
export const runsOfYoursAndWhat = "Runs of yours, and what happens to what you own, appear here.";
export const youHaveReadEverything = "You have read everything";
export const whatIsNewAppearsHere = "What is new appears here within a second.";
export const nothingArchivedYet = "Nothing archived yet";
export const whatYouPutAway = "What you put away with e can be found here, and taken back.";
export const unread = (unread: string) => `${unread} unread`;
export const whatConcernsYouYourRuns =
  "What concerns you: your runs, what you own, your imports and keys, and what you may do here.";
export const whatYouHearOf = "What you hear of";
export const all = "All";
export const unreadTab = "Unread";
export const archived = "Archived";
export const moveOpenArchiveUnreadUndo = (
  j: ReactNode,
  k: ReactNode,
  text: ReactNode,
  e: ReactNode,
  u: ReactNode,
  z: ReactNode,
) => (
  <>
    {j} {k} move · {text} open · {e} archive · {u} unread · {z} undo
  </>
);
export const older = "Older";
