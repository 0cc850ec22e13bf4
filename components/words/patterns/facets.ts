export const filters = "Filters";
