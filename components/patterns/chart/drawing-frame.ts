import type { ChartFormat, ChartPoint, ChartSeries } from "#components/patterns/chart/chart-shape.ts";

export type DrawingProps = {
  title: string;
  series: ChartSeries[];
  points: ChartPoint[];
  format: ChartFormat;
  height: number;
  selectedKey?: string | undefined;
  marks: { key: string; label: string }[];
  onChoose: (key: string) => void;
};

export type DrawnRow = Record<string, string | number | null>;

/** Points as the drawing library takes them: one flat row each. */
export function drawnRows(points: ChartPoint[]): DrawnRow[] {
  return points.map((point) => ({ ...point.values, key: point.key }));
}

/** Which label stands under which point. */
export function labelFor(points: ChartPoint[]): (key: unknown) => string {
  const labels = new Map(points.map((point) => [point.key, point.label]));
  return (key) => labels.get(String(key)) ?? String(key);
}

export const axisStyle = { fontSize: 11, fill: "var(--chart-axis)" };
