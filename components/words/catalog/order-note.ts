import { numberText } from "#components/words/format.ts";

export const bestFirst = "Best match first";
export const manyMatch = (ranked: number, text: string) =>
  `More than ${numberText(ranked)} match, so names that begin with “${text}” come first and the rest follows by name.`;
export const manyInGroup = (ranked: number, text: string) =>
  `In groups where more than ${numberText(ranked)} match, names that begin with “${text}” come first and the rest follows by name.`;
export const sortedBy = (column: string) => `Sorted by ${column.toLowerCase()}.`;
export const sortByBest = "Best match first instead";
