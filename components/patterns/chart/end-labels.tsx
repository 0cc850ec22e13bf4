"use client";
import { usePlotArea, useYAxisScale } from "recharts";
import {
  type ChartFormat,
  type ChartPoint,
  type ChartSeries,
  chartColor,
  chartText,
} from "#components/patterns/chart/chart-shape.ts";

const lineHeight = 14;

/** Names the lines where they end, moved apart where they would touch. */
export function EndLabels({
  series,
  points,
  format,
}: {
  series: ChartSeries[];
  points: ChartPoint[];
  format: ChartFormat;
}) {
  const area = usePlotArea();
  const scale = useYAxisScale();
  if (!area || !scale) return null;
  const last = points[points.length - 1];
  const labels = series
    .flatMap((one) => {
      const value = last?.values[one.key];
      const y = value === null || value === undefined ? undefined : scale(value);
      return y === undefined
        ? []
        : [{ one, y: Number(y), text: one.endLabel ?? `${one.label} ${chartText(value, format)}` }];
    })
    .sort((upper, lower) => upper.y - lower.y);
  let free = Number.NEGATIVE_INFINITY;
  const placed = labels.map((label) => {
    const y = Math.max(label.y, free);
    free = y + lineHeight;
    return { ...label, y };
  });
  // What was pushed below the ground line moves everything up again.
  const overflow = Math.max(0, (placed.at(-1)?.y ?? 0) - (area.y + area.height));
  return (
    <g>
      {placed.map(({ one, y, text }) => (
        <text
          key={one.key}
          x={area.x + area.width + 8}
          y={y - overflow + 4}
          fontSize={11}
          fontWeight={one.color === "ghost" ? 400 : 550}
          fill={one.color === "ghost" ? "var(--chart-axis)" : chartColor(one.color)}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
