export const markedAsRead = (ids: string | number) => `${ids} marked as read`;
export const markAllAsRead = "Mark all as read";
