"use client";
import {
  type ChartFormat,
  type ChartPoint,
  type ChartSeries,
  chartColor,
  chartText,
} from "#components/patterns/chart/chart-shape.ts";
import * as words from "#components/words/patterns/chart/chart-tooltip.ts";

export type ChartTooltipProps = {
  active?: boolean | undefined;
  label?: unknown;
  points: ChartPoint[];
  series: ChartSeries[];
  format: ChartFormat;
};

/** The values under the pointer. */
export function ChartTooltip({ active, label, points, series, format }: ChartTooltipProps) {
  const point = points.find((one) => one.key === label);
  if (!active || !point) return null;
  return (
    <div className="rounded-2 border border-line-2 bg-float px-2.5 py-2 text-12 shadow-2">
      <p className="font-550">{point.label}</p>
      {series.map((one) => (
        <p key={one.key} className="flex items-center gap-1.5 text-text-2">
          <span className="size-2 flex-none rounded-paver" style={{ background: chartColor(one.color) }} />
          {one.label}
          <span className="numeric ml-auto pl-3 text-text">{chartText(point.values[one.key], format)}</span>
        </p>
      ))}
      {point.href ? <p className="mt-1 text-11 text-text-3">{words.clickToSeeItsRows}</p> : null}
    </div>
  );
}
