import { numberText } from "#components/words/format.ts";

export const more = (count: number) => `${numberText(count)} more`;
