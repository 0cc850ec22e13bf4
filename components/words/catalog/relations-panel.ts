export const relations = "Relations";
export const allRelations = "All relations";
export const nothingPointsHere = "Nothing points here, and this points at nothing";
export const relationsComeFrom = "Relations come from the descriptor: dependsOn, providesApis, consumesApis, system.";
export const notInTheCatalog = (label: string) => `${label}, not in the catalog`;
