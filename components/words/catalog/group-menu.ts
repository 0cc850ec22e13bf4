export const nothing = "Nothing";
export const kind = "Kind";
export const groupBy = "Group by";
export const group = "Group";
export const groupLabel = (label: string) => `Group: ${label}`;
