import type { ChartFormat, ChartPoint } from "#components/patterns/chart/chart-shape.ts";

const hourSteps = [1, 2, 4, 6, 12, 24, 48, 96, 168, 336, 720];

/** Round values for the horizontal lines, from zero to above the highest point; four to six of them. */
export function chartTicks(highest: number, format: ChartFormat): number[] {
  const top = highest > 0 ? highest : 1;
  const step = format.kind === "hours" && top > 1 ? hourStep(top) : roundStep(top / 4, format);
  const count = Math.ceil(top / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function hourStep(top: number): number {
  return hourSteps.find((step) => top / step <= 6) ?? Math.ceil(top / 6 / 720) * 720;
}

function roundStep(rough: number, format: ChartFormat): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  // Things that are counted have no halves.
  return format.digits === 0 ? Math.max(1, Math.ceil(step)) : step;
}

/** The highest value: of one series, or of all on top of each other. */
export function highestValue(points: ChartPoint[], keys: string[], stacked: boolean): number {
  return points.reduce((highest, point) => {
    const values = keys.map((key) => point.values[key] ?? 0);
    const here = stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
    return Math.max(highest, here);
  }, 0);
}
