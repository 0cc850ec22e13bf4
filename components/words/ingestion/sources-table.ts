export const sources = "Sources";
export const source = "Source";
export const kind = "Kind";
export const revision = "Revision";
export const none = "none";
export const lastImported = "Last imported";
export const entities = "Entities";
export const importAgain = "Import again";
export const importAgainOf = (source: string) => `Import again: ${source}`;
