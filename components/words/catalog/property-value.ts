export const empty = "empty";
