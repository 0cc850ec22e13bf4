export const catalog = "Catalog";
export const parts = "Parts of this page";
export const overview = "Overview";
export const relations = "Relations";
export const reference = "Reference";
export const graph = "Graph";
export const changes = "Changes";
