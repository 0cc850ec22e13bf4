export const filters = "Filters";
export const filter = "Filter";
export const typeAFilter = "Type a filter";
export const state = "state";
export const typeAFilterAs = (id: string) => `Type a filter, as ${id}:…`;
export const counting = "counting…";
export const clearAll = "Clear all";
export const changeThisFilter = ": change this filter";
export const takeOffTheFilter = (told: string) => `Take off the filter: ${told}`;
