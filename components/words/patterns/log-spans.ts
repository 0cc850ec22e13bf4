import { numberText } from "#components/words/format.ts";

export const moreCharactersAreNotShown = (rest: number) => ` … ${numberText(rest)} more characters are not shown`;
