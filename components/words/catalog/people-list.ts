import { numberText } from "#components/words/format.ts";

export const people = "People";
export const nobody = "Nobody in the catalog is a member of this team.";
export const countMore = (count: number) => `${numberText(count)} more`;
