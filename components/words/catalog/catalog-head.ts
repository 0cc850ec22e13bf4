export const howToNarrow = "How to narrow the list";
export const filters = "Filters";
export const query = "Query";
export const builder = "Builder";
export const holds = "holds";
