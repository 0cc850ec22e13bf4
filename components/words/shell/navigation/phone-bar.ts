export const mainPlaces = "Main places";
export const unread = "unread";
