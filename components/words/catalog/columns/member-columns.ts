export const property = "property";
export const relation = "relation";
export const notDescribed = "not described";
export const kinds = { calculated: "calculated", mirrored: "mirrored", aggregated: "aggregated" } as const;
export const notInTheCatalog = "Not in the catalog";
