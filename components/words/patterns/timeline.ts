export const notStarted = "not started";
