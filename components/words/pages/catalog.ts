export const catalog = "Catalog";
export const everything = "Everything";
export const notDescribed = "not described";
