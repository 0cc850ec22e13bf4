export const catalog = "Catalog";
export const everything = "Everything";
