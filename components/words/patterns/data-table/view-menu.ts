export const view = "View";
