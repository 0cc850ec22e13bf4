"use client";
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { axisText, type ChartSeries, chartColor } from "#components/patterns/chart/chart-shape.ts";
import { chartTicks, highestValue } from "#components/patterns/chart/chart-ticks.ts";
import { ChartTooltip } from "#components/patterns/chart/chart-tooltip.tsx";
import { axisStyle, type DrawingProps, drawnRows, labelFor } from "#components/patterns/chart/drawing-frame.ts";

/** Counts as courses of blocks: single blocks where there is room, courses with 2 px between them where there is not. */
export default function ColumnDrawing({
  title,
  series,
  points,
  format,
  height,
  selectedKey,
  marks,
  onChoose,
}: DrawingProps) {
  const ticks = chartTicks(
    highestValue(
      points,
      series.map((one) => one.key),
      true,
    ),
    { digits: 0, ...format },
  );
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={drawnRows(points)}
        margin={{ top: 18, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="14%"
        title={title}
        accessibilityLayer={false}
        onClick={(state) => {
          if (typeof state.activeLabel === "string") onChoose(state.activeLabel);
        }}
        className="cursor-pointer"
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="key"
          tickFormatter={labelFor(points)}
          tick={axisStyle}
          tickLine={false}
          axisLine={false}
          interval="equidistantPreserveStart"
          minTickGap={24}
          tickMargin={8}
        />
        <YAxis
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? 1]}
          tickFormatter={(value: number) => axisText(value, format)}
          tick={axisStyle}
          tickLine={false}
          axisLine={false}
          width={36}
        />
        <Tooltip
          cursor={{ fill: "var(--chart-fill)" }}
          isAnimationActive={false}
          content={({ active, label }) => (
            <ChartTooltip active={active} label={label} points={points} series={series} format={format} />
          )}
        />
        {selectedKey ? <ReferenceLine x={selectedKey} stroke="var(--chart-fill)" strokeWidth={48} /> : null}
        {series.map((one) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            name={one.label}
            stackId="all"
            maxBarSize={44}
            isAnimationActive={false}
            shape={(drawn: { x?: number; y?: number; width?: number; height?: number; value?: unknown }) => (
              <Course {...drawn} value={drawn.value} series={one} />
            )}
          />
        ))}
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.key}
            x={mark.key}
            stroke="var(--line-control)"
            strokeDasharray="2 3"
            label={{ value: mark.label, position: "top", ...axisStyle }}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

type CourseProps = { x?: number; y?: number; width?: number; height?: number; value?: unknown; series: ChartSeries };

function Course({ x = 0, y = 0, width = 0, height = 0, value, series }: CourseProps) {
  if (height <= 0 || width <= 0) return null;
  const color = chartColor(series.color);
  const hollow = series.color === "level-0";
  const count = countOf(value);
  const single = count !== null && count <= 40 && height / count >= 5;
  const rows = single && count !== null ? count : 1;
  const step = height / rows;
  return (
    <g>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <rect
          key={row}
          x={x + (hollow ? 0.6 : 0)}
          y={y + row * step + 1}
          width={width - (hollow ? 1.2 : 0)}
          height={Math.max(step - 2, 1)}
          rx={1.5}
          fill={hollow ? "none" : color}
          stroke={hollow ? color : "none"}
          strokeWidth={1.2}
          strokeDasharray={hollow ? "3 2.5" : undefined}
        />
      ))}
    </g>
  );
}

/** How many things a column stands for; stacked columns arrive as the range they cover. */
function countOf(value: unknown): number | null {
  const amount = Array.isArray(value) ? Number(value[1]) - Number(value[0]) : Number(value);
  return Number.isInteger(amount) && amount > 0 ? amount : null;
}
