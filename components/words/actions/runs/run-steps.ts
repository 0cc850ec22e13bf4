import { numberText } from "#components/words/format.ts";

export const stepOf = (step: number, stepCount: number) => `step ${numberText(step)} of ${numberText(stepCount)}`;
