export const navigation = "Navigation";
export const close = "Close";
export const searchOrRun = "Search or run…";
