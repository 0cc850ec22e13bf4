export const allNarrowWithACondition = "All. Narrow with a condition, as tier = 1 and language in Go, Rust";
export const query = "Query";
export const counting = "counting…";
export const matchesOf = (count: string, total: string) => `matches ${count} of ${total}`;
