import { numberText } from "#components/words/format.ts";

export const level = "Level";
export const next = "Next";
export const highestLevel = "highest level";
export const missingToNext = (missing: number, next: string) => `${numberText(missing)} to ${next}`;
export const forLevel = (level: string) => `for ${level}`;
