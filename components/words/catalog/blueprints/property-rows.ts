export const needed = "needed";
