import { numberText } from "#components/words/format.ts";

export const markedAsRead = (ids: number) => `${numberText(ids)} marked as read`;
export const markAllAsRead = "Mark all as read";
