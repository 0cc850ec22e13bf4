// Calendar days are text (2026-03-24) and are counted as days of the calendar, never as hours: a day can have 23 or 25.
const dayMs = 86_400_000;
const atNoonUtc = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** The calendar day in a time zone. */
export function dayIn(timeZone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

export function addDays(day: string, days: number): string {
  return new Date(atNoonUtc(day) + days * dayMs).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((atNoonUtc(to) - atNoonUtc(from)) / dayMs);
}

/** The Monday of the week that a day is in. */
export function weekOf(day: string): string {
  return addDays(day, -((new Date(atNoonUtc(day)).getUTCDay() + 6) % 7));
}

/** The weeks that a window touches, by their Mondays; partial ones do not lie in it entirely. */
export function weeksOf(window: { from: string; to: string }): { week: string; isPartial: boolean }[] {
  const weeks = [];
  for (let week = weekOf(window.from); week < window.to; week = addDays(week, 7)) {
    weeks.push({ week, isPartial: week < window.from || addDays(week, 7) > window.to });
  }
  return weeks;
}
