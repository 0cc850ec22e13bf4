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
  /** 16:02:31 */
  exactTime: { timeStyle: "medium" },
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

/** The form of a noun that stands behind this many. */
export function plural(count: number, { one, many }: Noun): string {
  return englishPlural.select(count) === "one" ? one : many;
}

/** "1 entity", "1,234 entities". */
export function countText(count: number, noun: Noun): string {
  return `${numberText(count)} ${plural(count, noun)}`;
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
