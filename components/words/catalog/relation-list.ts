export const notInTheCatalog = "not in the catalog";
export const whatItIs = "What it is";
export const identifier = "Identifier";
export const nothingIsRelated = "Nothing is related to it in this way";
