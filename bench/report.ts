/** What a bench found. `ratio` is value against baseline, `goal` the ratio aimed at, `better` which way is better. */
export type Finding = {
  bench: string;
  value: number;
  unit: string;
  baseline: number;
  goal: number;
  better: "lower" | "higher";
};

/** Prints a finding as one JSON line and returns whether it reached its goal. */
export function report(finding: Finding): boolean {
  const { bench, value, unit, baseline, goal, better } = finding;
  const ratio = value / baseline;
  process.stdout.write(
    `${JSON.stringify({ bench, value: round(value), unit, baseline: round(baseline), ratio: round(ratio), goal, better })}\n`,
  );
  return better === "lower" ? ratio <= goal : ratio >= goal;
}

/** Four significant digits: more would be noise. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
