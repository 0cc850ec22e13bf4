export const groupsBefore = "Groups before";
export const moreGroups = "More groups";
export const group = { one: "group", many: "groups" };
export const noOwner = "No owner";
export const oneBlockForEach = (title: string) => `${title}, one block for each`;
export const noValueOf = (field: string) => `No ${field}`;
