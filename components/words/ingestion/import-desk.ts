export const stop = "Stop";
export const sources = "Sources";
export const importLabel = "Import";
export const importIntoTheCatalog = "Import into the catalog";
export const importIntoSub =
  "Descriptors that you have already, from where you have them. Checking first shows what would happen, line by line.";
