import { numberText } from "#components/words/format.ts";

export const team = "Team";
export const teamAll = (teams: number) => `Team: all ${numberText(teams)}`;
