export const catalog = "Catalog";
export const archived = "Archived";
export const title = "What was archived";
export const sub =
  "In no list and in no score, with everything that was known. Imports keep it up to date and do not bring it back; you do.";
export const search = "Find in what is archived";
export const partOfAName = "Part of a name";
export const kind = "Kind";
export const is = "is";
