export const changed = "changed";
