import { countWord, plural } from "#components/words/format.ts";

/** The first sentence of the page: how much needs the reader. */
export function needsSentence(count: number): string {
  if (count === 0) return "Nothing needs you";
  return `${countWord(count)} ${plural(count, { one: "thing needs", many: "things need" })} you`;
}
