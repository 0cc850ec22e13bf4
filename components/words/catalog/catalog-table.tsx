import { numberText } from "#components/words/format.ts";

export const groupsBefore = "Groups before";
export const moreGroups = "More groups";
export const group = { one: "group", many: "groups" };
export const name = "Name";
export const owner = "Owner";
export const lifecycle = "Lifecycle";
export const type = "Type";
export const tags = "Tags";
export const description = "Description";
export const identifier = "Identifier";
export const changed = "Changed";
export const tagsMore = (tags: number) => <>{numberText(tags)} more</>;
export const noOwner = "No owner";
export const oneBlockForEach = (title: string) => `${title}, one block for each`;
export const noValueOf = (field: string) => `No ${field}`;
