export const yes = "Yes";
export const typeToSearch = "Type to search";
export const theCatalogHasNone = "The catalog has none of that name.";
