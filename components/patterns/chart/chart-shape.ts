import { numberText } from "#components/words/format.ts";
import * as words from "#components/words/patterns/chart/chart-shape.ts";
import { percentText } from "#components/words/units.ts";
export type ChartColor =
  | "1"
  | "2"
  | "3"
  | "4"
  | "5"
  | "6"
  | "ghost"
  | "level-0"
  | "level-1"
  | "level-2"
  | "level-3"
  | "level-4";

export type ChartSeries = {
  key: string;
  label: string;
  /** In order of use: 1, 3, 2; the period before is always `ghost`. */
  color: ChartColor;
  /** Only the first chart colour alone may be filled. */
  area?: boolean | undefined;
  dashed?: boolean | undefined;
  /** Stands at the end of the line; without it the label and the last value do. */
  endLabel?: string | undefined;
};
export type ChartPoint = {
  key: string;
  label: string;
  /** Where a click on this point leads: its rows. */
  href?: string | undefined;
  values: Record<string, number | null>;
};
export type ChartFormat = {
  kind?: "number" | "percent" | "hours" | undefined;
  unit?: string | undefined;
  digits?: number | undefined;
};

/** The CSS colour of a series. */
export function chartColor(color: ChartColor): string {
  if (color === "ghost") return "var(--chart-ghost)";
  if (color === "level-0") return "var(--level-none)";
  return color.startsWith("level-") ? `var(--${color})` : `var(--chart-${color})`;
}

/** A value as it stands on axes, in tables and at the end of lines. */
export function chartText(value: number | null | undefined, format: ChartFormat = {}): string {
  if (value === null || value === undefined) return words.noData;
  const digits = format.digits ?? (Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0);
  if (format.kind === "percent") return percentText(value, digits);
  if (format.kind === "hours") {
    if (value === 0) return "0";
    if (value < 1) return words.valueMin(numberText(value * 60, 0));
    return value < 48 ? `${numberText(value, digits)} h` : `${numberText(value / 24, 1)} d`;
  }
  return format.unit ? `${numberText(value, digits)} ${format.unit}` : numberText(value, digits);
}

/** A value on an axis: whole days are written as days, so that one axis speaks one unit. */
export function axisText(value: number, format: ChartFormat): string {
  if (format.kind === "hours" && value >= 24 && value % 24 === 0) return `${numberText(value / 24)} d`;
  return chartText(value, format);
}
