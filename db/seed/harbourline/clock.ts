import { addDays, dayIn } from "#lib/metrics/delivery/calendar.ts";

/** The time zone that Harbourline works in. */
export const timeZone = "Europe/Berlin";

/** The instant of a local time: `minutes` after midnight of a calendar day. */
export function momentOf(day: string, minutes: number): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  return new Date(asIfUtc - offsetMs(new Date(asIfUtc)));
}

function offsetMs(moment: Date): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  return (
    Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) -
    Math.floor(moment.getTime() / 60_000) * 60_000
  );
}

/** The calendar days of the last `count` days, oldest first, up to and with today. */
export function lastDays(count: number, now: Date): string[] {
  const today = dayIn(timeZone, now);
  return Array.from({ length: count }, (_, place) => addDays(today, place - count + 1));
}

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
}
