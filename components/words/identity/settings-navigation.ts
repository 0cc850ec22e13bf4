export const pageOfSettings = "Page of settings";
export const allSettings = "All settings";
export const settings = "Settings";
