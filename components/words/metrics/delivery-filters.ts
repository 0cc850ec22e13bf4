import { numberText } from "#components/words/format.ts";

export const range = "Range";
export const comparedWithTheDaysBefore = (days: number) => `compared with the ${numberText(days)} days before`;
export const compareWithBefore = "compare with before";
export const exportLabel = "Export";
