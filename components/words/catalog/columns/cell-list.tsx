import { numberText } from "#components/words/format.ts";

export const plus = (count: number) => `+${numberText(count)}`;
export const more = (count: number) => <>{numberText(count)} more</>;
