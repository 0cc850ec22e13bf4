export const change = "Change";
