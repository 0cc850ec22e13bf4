import { numberText } from "#components/words/format.ts";

export const relationsDrawn = "Relations, drawn";
export const couldNotBeDrawn = "The picture could not be drawn. The list says the same.";
export const findingAPlace = "Finding a place for everything…";
export const nearer = "Nearer";
export const furtherAway = "Further away";
export const showAll = "Show all";
export const notInTheCatalog = "not in the catalog";
export const archived = "archived";
export const more = (count: number) => `${numberText(count)} more`;
