import { numberText } from "#components/words/format.ts";

export const whatNeedsThis = "What needs this";
export const needThis = "need this";
export const pointHere = "point here";
export const whatThisNeeds = "What this needs and belongs to";
export const neededHere = "needed here";
export const fromHere = "from here";
export const tier = (tier: number | string) => `tier ${tier}`;
export const more = (count: number) => `${numberText(count)} more`;
export const notInTheCatalog = "not in the catalog";
export const relations = "Relations";
