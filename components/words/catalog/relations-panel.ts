export const relations = "Relations";
export const allRelations = "All relations";
export const nothingPointsHere = "Nothing points here, and this points at nothing";
export const relationsComeFrom = "Edit it to say what it belongs to or depends on, or state it in its file.";
export const notInTheCatalog = (label: string) => `${label}, not in the catalog`;
