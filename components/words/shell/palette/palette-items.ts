export const page = "Page";
export const settings = "Settings";
