import { countText, numberText } from "#components/words/format.ts";

/*
 * Numbers with their units. The units stay as they are, the numbers follow the region of the reader (decision 0023). A file of its own,
 * because most pages write no such numbers.
 */

/** A number as short as it stays true: one digit after the point below a hundred. */
export function shortNumber(value: number): string {
  return numberText(value, Math.abs(value) < 100 ? 1 : 0);
}

const words = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

/** A count at the beginning of a sentence: in words up to twelve. */
export function countWord(count: number): string {
  return words[count] ?? numberText(count);
}

/** A share of a hundred: "5.4 %". */
export function percentText(percent: number, maximumDigits = 0): string {
  return `${numberText(percent, maximumDigits)} %`;
}

/** A duration as it is measured: 0.4 s, 12 s, 1 min 48 s, 2 h 10 min, 8 d 6 h. */
export function elapsedText(durationMs: number): string {
  const seconds = Math.max(0, durationMs) / 1000;
  if (seconds < 10) return `${numberText(seconds, 1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const two = (value: number) => String(value).padStart(2, "0");
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
  return joinUnits(Math.round(seconds / 3600), 24, "d", "h");
}

/** A length of time, in the two largest units that say something: "12 min", "5 h 32 min", "8 d 6 h". */
export function durationText(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes < 24 * 60 ? joinUnits(minutes, 60, "h", "min") : joinUnits(Math.round(hours), 24, "d", "h");
}

function joinUnits(amount: number, size: number, large: string, small: string): string {
  const larger = `${numberText(Math.floor(amount / size))} ${large}`;
  return amount % size === 0 ? larger : `${larger} ${amount % size} ${small}`;
}

/** Hours for a tile: minutes below one hour, days above four. */
export function scaledHours(hours: number): { value: string; unit: string } {
  if (hours < 1) return { value: shortNumber(Math.round(hours * 60)), unit: "min" };
  return hours < 96 ? { value: shortNumber(hours), unit: "h" } : { value: shortNumber(hours / 24), unit: "d" };
}

/** A size as people say it: 812 bytes, 4.2 kB, 5 MB. */
export function sizeText(sizeBytes: number): string {
  if (sizeBytes < 1000) return countText(sizeBytes, { one: "byte", many: "bytes" });
  const [value, unit] = sizeBytes < 999_950 ? [sizeBytes / 1000, "kB"] : [sizeBytes / 1_000_000, "MB"];
  return `${numberText(value, value < 10 ? 1 : 0)} ${unit}`;
}
