import { entityNoun } from "#components/scorecards/entity-noun.ts";
import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/scorecards/lift-text.ts";

/** How many rise a level when the three rules that fail most often pass everywhere; nothing when none does. */
export function liftText(lifted: number, things: readonly { blueprint: string }[]): string | undefined {
  if (lifted === 0) return undefined;
  return words.fixingTheFirstThreeLifts(numberText(lifted), entityNoun(things, lifted));
}
