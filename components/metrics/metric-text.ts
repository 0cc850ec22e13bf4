import type { TileChange } from "#components/patterns/tile.tsx";
import { dayText } from "#components/words/format.ts";
import * as words from "#components/words/metrics/metric-text.ts";
import { percentText, scaledHours, shortNumber } from "#components/words/units.ts";
import { addDays } from "#lib/metrics/delivery/calendar.ts";
import { type MetricDefinition, metricDefinition } from "#lib/metrics/delivery/definitions.ts";
import type { MetricResult } from "#lib/metrics/delivery/schema.ts";

/** A value of a metric with its unit. */
export function metricText(definition: MetricDefinition, value: number): string {
  if (definition.unit === "hours") {
    const scaled = scaledHours(value);
    return `${scaled.value} ${scaled.unit}`;
  }
  return definition.unit === "percent" ? percentText(value, Math.abs(value) < 100 ? 1 : 0) : shortNumber(value);
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
  if (amount < (isShare ? 0.05 : 0.5)) return { text: words.noChange, direction: "same", verdict: "same" };
  const from = metricText(definition, before);
  const direction = difference > 0 ? "up" : "down";
  const isBetter = (direction === "up") === (definition.better === "higher");
  const text = isShare ? `${shortNumber(amount)} pt` : percentText(amount);
  return { text, direction, verdict: isBetter ? "better" : "worse", from };
}

/** A window whose `to` is the day after the last: "24 Aug to 19 Nov". */
export function windowText(window: { from: string; to: string }): string {
  return `${dayText(window.from)} to ${dayText(addDays(window.to, -1))}`;
}
