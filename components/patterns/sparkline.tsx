import { classNames } from "#components/ui/class-names.ts";

export type SparklineProps = {
  points: number[];
  /** The same stretch of the period before; drawn thin and dashed. */
  previous?: number[] | undefined;
  stale?: boolean | undefined;
  className?: string | undefined;
};

function trace(points: number[], low: number, high: number): string {
  const span = high - low || 1;
  const last = Math.max(points.length - 1, 1);
  return points
    .map((value, place) => `${(2 + (place / last) * 116).toFixed(1)} ${(25 - ((value - low) / span) * 22).toFixed(1)}`)
    .join("L");
}

/** The course of a number without axes. The number itself stands above it. */
export function Sparkline({ points, previous, stale, className }: SparklineProps) {
  const all = [...points, ...(previous ?? [])];
  if (all.length === 0) return null;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const line = trace(points, low, high);
  return (
    <svg
      viewBox="0 0 120 28"
      preserveAspectRatio="none"
      aria-hidden="true"
      className={classNames("h-7 w-full", className)}
    >
      {previous && previous.length > 1 ? (
        <path
          d={`M${trace(previous, low, high)}`}
          fill="none"
          stroke="var(--chart-ghost)"
          strokeWidth={1.25}
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
      {stale ? null : <path d={`M${line}L118 28L2 28Z`} fill="var(--chart-fill)" />}
      <path
        d={`M${line}`}
        fill="none"
        stroke={stale ? "var(--chart-ghost)" : "var(--chart-1)"}
        strokeWidth={1.75}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
