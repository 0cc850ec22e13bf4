export const settings = "Settings";
