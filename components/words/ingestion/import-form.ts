export const checkFirst = "Check first";
export const importLabel = "Import";
