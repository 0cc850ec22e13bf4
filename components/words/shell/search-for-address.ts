export const search = "Search";
export const searchFor = (name: string) => `Search for “${name}”`;
