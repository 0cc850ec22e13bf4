export const importLabel = "Import";
export const sources = "Sources";
export const importIntoTheCatalog = "Import into the catalog";
export const importIntoSub = "Descriptors that you have already, from where you have them.";
