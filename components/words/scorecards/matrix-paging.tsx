import { numberText } from "#components/words/format.ts";

export const rows = "Rows";
export const closerOnes = "Closer ones";
export const nextTotal = (total: number) => <>Next {numberText(total)}</>;
