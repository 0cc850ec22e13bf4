/**
 * Points in time, read alike by JavaScript and PostgreSQL: ISO 8601, a date (midnight UTC) or a date and time with a
 * zone, in the years 1000 to 9998. Both engines compare whole milliseconds.
 */
export const momentPattern =
  "^(?!9999)[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])" +
  "(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9]))?$";

const momentExpression = new RegExp(momentPattern);

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Milliseconds since 1970, or undefined when the text is no point in time that both engines read alike. */
export function parseMoment(text: string): number | undefined {
  if (!momentExpression.test(text)) return undefined;
  const [year, month, day] = text.slice(0, 10).split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined || day > daysInMonth(year, month))
    return undefined;
  return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
}

export const durationUnits = ["minutes", "hours", "days", "weeks"] as const;
export type DurationUnit = (typeof durationUnits)[number];
export interface Duration {
  amount: number;
  unit: DurationUnit;
}

const unitMs: Record<DurationUnit, number> = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
};

/** The length of a duration. A day is always 24 hours. */
export function durationMs(duration: Duration): number {
  return duration.amount * unitMs[duration.unit];
}

/** An age as people say it, in the largest unit that keeps it whole: `45 days`, `3 hours`. */
export function describeAge(ageMs: number): string {
  const unit = ageMs >= 2 * unitMs.days ? "days" : ageMs >= 2 * unitMs.hours ? "hours" : "minutes";
  return `${Math.floor(ageMs / unitMs[unit])} ${unit}`;
}

/** A moment as briefly as it can be said: a day for its midnight. */
export function shortMoment(moment: string): string {
  return moment.replace(/T00:00:00(\.000)?Z$/, "");
}
