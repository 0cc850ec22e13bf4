export const whatNext = "What next";
export const openTheCatalog = "Open the catalog";
export const openTheCatalogDescription = "what was imported is in it";
export const seeHowItScores = "See how it scores";
export const seeHowDescription = "scores are up to date";
export const fullReport = "Full report";
export const staysAtItsAddress = "stays at its address";
