import { numberText } from "#components/words/format.ts";

export const nobodyYet = "nobody yet";
export const person = { one: "person", many: "people" };
export const allFromSubTeams = (people: string) => `${people}, all from sub-teams`;
export const includesFromSubTeams = (people: string, included: number) =>
  `${people}, includes ${numberText(included)} from sub-teams`;
