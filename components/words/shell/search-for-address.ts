export const search = "Search";
export const searchFor = (name: string | number) => `Search for “${name}”`;
