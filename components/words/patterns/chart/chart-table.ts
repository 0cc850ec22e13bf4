export const when = "When";
