export const query = "Query";
export const filters = "Filters";
export const builder = "Builder";
export const howToNarrow = "How to narrow the list";
export const counting = "counting…";
export const notCounted = "not counted in time";
export const matchesOf = (count: string, total: string) => `matches ${count} of ${total}`;
export const aCondition = 'A condition, as lifecycle = "production" and count(dependsOn) > 3';
