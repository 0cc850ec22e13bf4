export const filterBy = "Filter by";
export const filterByOf = (label: string) => `Filter by ${label}`;
export const how = "How";
export const apply = "Apply";
