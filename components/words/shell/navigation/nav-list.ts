export const main = "Main";
export const portal = "Portal";
export const administration = "Administration";
export const unread = "unread";
