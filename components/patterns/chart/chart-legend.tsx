import { type ChartSeries, chartColor } from "#components/patterns/chart/chart-shape.ts";

/** Colour, dash and order as in the drawing. */
export function ChartLegend({ series, columns }: { series: ChartSeries[]; columns: boolean }) {
  return (
    <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-12 font-450 text-text-2">
      {series.map((one) => (
        <li key={one.key} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <Mark series={one} column={columns && one.color !== "ghost"} />
          {one.label}
        </li>
      ))}
    </ul>
  );
}

function Mark({ series, column }: { series: ChartSeries; column: boolean }) {
  const color = chartColor(series.color);
  if (column) {
    const hollow = series.color === "level-0";
    return (
      <svg width="10" height="10" aria-hidden="true">
        <rect
          x={0.75}
          y={0.75}
          width={8.5}
          height={8.5}
          rx={1.5}
          fill={hollow ? "none" : color}
          stroke={color}
          strokeWidth={1.5}
          strokeDasharray={hollow ? "2 1.5" : undefined}
        />
      </svg>
    );
  }
  const ghost = series.color === "ghost";
  return (
    <svg width="18" height="8" aria-hidden="true">
      <line
        x1="0"
        x2="18"
        y1="4"
        y2="4"
        stroke={color}
        strokeWidth={ghost ? 1.5 : series.area ? 2.5 : 2}
        strokeDasharray={ghost ? "3 3" : series.dashed ? "5 3" : undefined}
      />
    </svg>
  );
}
