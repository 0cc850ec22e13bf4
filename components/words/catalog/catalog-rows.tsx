import type { ReactNode } from "react";

export const archived = "Archived ones";
export const lastChange = (when: ReactNode) => <>Last change {when}</>;
export const everything = "Everything";
export const filters = "Filters";
export const unreadable = "Nothing is listed, because the query cannot be read";
export const correctIt = "Correct it above; what is wrong, and where, stands under it.";
export const facets = { type: "Type", lifecycle: "Lifecycle", owner: "Owner", tag: "Tags" };
export const noneInCatalog = (noun: string) => `No ${noun.toLowerCase()} in the catalog`;
export const nextImport = "The next import that names one brings it here.";
export const noneMatches = (noun: string) => `None of the ${noun.toLowerCase()} matches`;
export const takeFiltersOff = "Take all filters off";
export const nothingLeft = "Together, the filters leave nothing. Take one off, or look under another kind.";
export const nearestNames = "Nothing has these words. The nearest names in the catalog:";
