export const updating = "Updating";
