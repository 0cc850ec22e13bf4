const words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

/** A count at the beginning of a sentence: in words up to twelve. */
export function countWord(count: number): string {
  return words[count] ?? count.toLocaleString("en");
}

/** The first sentence of the page: how much needs the reader. */
export function needsSentence(count: number): string {
  if (count === 0) return "Nothing needs you";
  return `${countWord(count)} ${count === 1 ? "thing needs" : "things need"} you`;
}
