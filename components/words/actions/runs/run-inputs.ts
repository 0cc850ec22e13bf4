import { numberText } from "#components/words/format.ts";

export const inputs = "Inputs";
export const itemsAnswers = (items: number) => `${numberText(items)} answers`;
