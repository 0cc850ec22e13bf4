import { numberText } from "#components/words/format.ts";

export const changed = "Changed";
export const description = "Description";
export const identifier = "Identifier";
export const lifecycle = "Lifecycle";
export const name = "Name";
export const owner = "Owner";
export const tags = "Tags";
export const plus = (tags: number) => `+${numberText(tags)}`;
export const tagsMore = (tags: number) => <>{numberText(tags)} more</>;
export const type = "Type";
