export const sources = "Sources";
export const importReport = "Import report";
