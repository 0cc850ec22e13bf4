import { numberText } from "#components/words/format.ts";

export const backInTheInbox = "Back in the inbox";
export const archived = "Archived";
export const notifications = "Notifications";
export const unread = "Unread";
export const occurrencesTimes = (occurrences: number) => ` · ${numberText(occurrences)} times`;
export const unreadInline = "unread";
export const read = "read";
export const markAs = (item: string, addition: string) => `Mark “${item}” as ${addition}`;
export const takeBack = "Take back";
export const archive = "Archive";
