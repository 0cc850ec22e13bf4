import { numberText } from "#components/words/format.ts";

export const firstWasRemoved = (first: string, was: string) => `${first}: ${was} removed`;
export const andMore = (short: string, changed: number) => `${short} and ${numberText(changed)} more`;
