import { plural } from "#components/words/format.ts";
import * as words from "#components/words/home/count-words.ts";
import { countWord } from "#components/words/units.ts";

/** The first sentence of the page: how much needs the reader. */
export function needsSentence(count: number): string {
  if (count === 0) return words.nothingNeedsYou;
  return words.needYou(countWord(count), plural(count, words.thingNeeds));
}
