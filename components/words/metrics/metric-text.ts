export const noChange = "no change";
