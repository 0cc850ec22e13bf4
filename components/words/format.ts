import { readerLocale } from "#components/words/locale.ts";

/*
 * Every number, date and length of time that somebody reads is written here, for the region of the reader (decision 0023). What programs
 * read, exports and logs, stays as ISO and plain digits.
 */

/** A noun as it stands behind one and behind any other number. */
export type Noun = { one: string; many: string };

/** How a moment can be written; the examples are those of Great Britain. */
const dateStyles = {
  /** 24 Aug */
  day: { day: "numeric", month: "short" },
  /** 24 August */
  longDay: { day: "numeric", month: "long" },
  /** 24 Aug 2026 */
  dayOfYear: { day: "numeric", month: "short", year: "numeric" },
  /** Tuesday 24 August */
  weekday: { weekday: "long", day: "numeric", month: "long" },
  /** 09:41, 9:41 AM */
  time: { timeStyle: "short" },
  /** Wed */
  shortWeekday: { weekday: "short" },
  /** Tue 20 Oct */
  weekdayAndDay: { weekday: "short", day: "numeric", month: "short" },
  /** 20 Oct 2026, 16:02:31 */
  exact: { dateStyle: "medium", timeStyle: "medium" },
  /** 20/10/2026, 16:02:31 */
  digits: { dateStyle: "short", timeStyle: "medium" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type DateStyle = keyof typeof dateStyles;

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const englishPlural = new Intl.PluralRules("en");

/** A number: 1,234.5 for most, 1.234,5 for a German, 1 234,5 for a Frenchwoman. */
export function numberText(value: number, maximumDigits = 3): string {
  const locale = readerLocale();
  const key = `${locale} ${maximumDigits}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: maximumDigits });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

/** A number as short as it stays true: one digit after the point below a hundred. */
export function shortNumber(value: number): string {
  return numberText(value, Math.abs(value) < 100 ? 1 : 0);
}

/** The form of a noun that stands behind this many. */
export function plural(count: number, { one, many }: Noun): string {
  return englishPlural.select(count) === "one" ? one : many;
}

/** "1 entity", "1,234 entities". */
export function countText(count: number, noun: Noun): string {
  return `${numberText(count)} ${plural(count, noun)}`;
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

/** A date or time of day, in this time zone or else in that of whoever runs the code. */
export function dateText(at: string | number | Date, style: DateStyle, timeZone?: string): string {
  const locale = readerLocale();
  const key = `${locale} ${style} ${timeZone ?? ""}`;
  let format = dateFormats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...dateStyles[style], ...(timeZone === undefined ? {} : { timeZone }) });
    dateFormats.set(key, format);
  }
  // Not every browser has the same narrow space before "pm", and September is the one short month with four letters.
  const text = format
    .format(new Date(at))
    .replaceAll("\u202f", " ")
    .replace(/\bSept\b/, "Sep");
  return style === "weekday" || style === "weekdayAndDay" ? text.replaceAll(",", "") : text;
}

/** A moment as a table has it: "Tue 20 Oct 16:02"; of the last days "Wed 17:58" is enough. */
export function momentText(
  at: string | Date,
  timeZone: string,
  style: "weekdayAndDay" | "shortWeekday" = "weekdayAndDay",
): string {
  return `${dateText(at, style, timeZone)} ${dateText(at, "time", timeZone)}`;
}

/** A calendar day, which has no time zone: "24 Aug", or "24 August" in full. */
export function dayText(day: string, style: "day" | "longDay" = "day"): string {
  return dateText(`${day}T12:00:00Z`, style, "UTC");
}

/** Whether both moments are on one calendar day there. */
export function isSameDay(one: Date, other: Date, timeZone: string): boolean {
  return dateText(one, "dayOfYear", timeZone) === dateText(other, "dayOfYear", timeZone);
}

/** A date without a time; the year only when it is another one. */
export function shortDate(atMs: number, nowMs: number): string {
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return dateText(atMs, isThisYear ? "day" : "dayOfYear");
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago (or until) in the shortest words: "41 min", "3 h", "2 d", "21 Aug". */
export function relativeText(atMs: number, nowMs: number): string {
  const seconds = Math.round(Math.abs(nowMs - atMs) / 1000);
  if (seconds < minute) return `${seconds} s`;
  if (seconds < hour) return `${Math.round(seconds / minute)} min`;
  if (seconds < day) return `${Math.round(seconds / hour)} h`;
  if (seconds < 30 * day) return `${Math.round(seconds / day)} d`;
  return shortDate(atMs, nowMs);
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

/** What regions are called, by their names' alphabet. */
export function regionNames<Region extends string>(regions: readonly Region[]): { region: Region; name: string }[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return regions
    .map((region) => ({ region, name: names.of(region) ?? region }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}
