import type { TileChange } from "#components/patterns/tile.tsx";
import { addDays } from "#lib/metrics/delivery/calendar.ts";
import { type MetricDefinition, metricDefinition } from "#lib/metrics/delivery/definitions.ts";
import type { MetricResult } from "#lib/metrics/delivery/schema.ts";

/** A number as short as it stays true: one digit after the point below ten. */
export function shortNumber(value: number): string {
  return value.toLocaleString("en", {
    maximumFractionDigits: Math.abs(value) < 10 ? 1 : Math.abs(value) < 100 ? 1 : 0,
  });
}

/** A length of time, in the two largest units that say something: "12 min", "5 h 32 min", "8 d 6 h". */
export function durationText(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const whole = Math.round(hours);
  return join(Math.floor(whole / 24), "d", whole % 24, "h");
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** Hours for a tile: minutes below one hour, days above four. */
export function scaledHours(hours: number): { value: string; unit: string } {
  if (hours < 1) return { value: shortNumber(Math.round(hours * 60)), unit: "min" };
  return hours < 96 ? { value: shortNumber(hours), unit: "h" } : { value: shortNumber(hours / 24), unit: "d" };
}

/** A value of a metric with its unit. */
export function metricText(definition: MetricDefinition, value: number): string {
  if (definition.unit === "hours") {
    const scaled = scaledHours(value);
    return `${scaled.value} ${scaled.unit}`;
  }
  return definition.unit === "percent" ? `${shortNumber(value)} %` : shortNumber(value);
}

/** How a metric changed from the period before: coloured by better or worse, in points for shares and in percent for the rest. */
export function changeOf(result: MetricResult): TileChange | undefined {
  const before = result.previous?.value;
  if (result.value === null || before === null || before === undefined) return undefined;
  const definition = metricDefinition(result.id);
  const isShare = definition.unit === "percent";
  if (!isShare && before === 0) return undefined;
  const difference = isShare ? result.value - before : (100 * (result.value - before)) / before;
  const amount = Math.abs(difference);
  const from = metricText(definition, before);
  if (amount < (isShare ? 0.05 : 0.5)) return { text: "no change", direction: "same", verdict: "same", from };
  const direction = difference > 0 ? "up" : "down";
  const isBetter = (direction === "up") === (definition.better === "higher");
  const text = isShare ? `${shortNumber(amount)} pt` : `${Math.round(amount)} %`;
  return { text, direction, verdict: isBetter ? "better" : "worse", from };
}

/** A calendar day: "24 Aug", or "24 August" in full. */
export function dayText(day: string, month: "short" | "long" = "short"): string {
  const text = new Intl.DateTimeFormat("en-GB", { day: "numeric", month, timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
  // British English has one short month of four letters, which looks like a mistake on an axis.
  return month === "short" ? text.replace("Sept", "Sep") : text;
}

/** A window whose `to` is the day after the last: "24 Aug to 19 Nov". */
export function windowText(window: { from: string; to: string }): string {
  return `${dayText(window.from)} to ${dayText(addDays(window.to, -1))}`;
}

/** A moment in the organization's time zone: "Tue 20 Oct 16:02". */
export function momentText(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("weekday")} ${part("day")} ${part("month")} ${part("hour")}:${part("minute")}`;
}

export function countText(count: number, noun: { one: string; many: string }): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun.one : noun.many}`;
}
