"use client";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { axisText, type ChartSeries, chartColor } from "#components/patterns/chart/chart-shape.ts";
import { chartTicks, highestValue } from "#components/patterns/chart/chart-ticks.ts";
import { ChartTooltip } from "#components/patterns/chart/chart-tooltip.tsx";
import { axisStyle, type DrawingProps, drawnRows, labelFor } from "#components/patterns/chart/drawing-frame.ts";
import { EndLabels } from "#components/patterns/chart/end-labels.tsx";

function lineStyle(series: ChartSeries) {
  const ghost = series.color === "ghost";
  return {
    stroke: chartColor(series.color),
    strokeWidth: ghost ? 1.5 : series.area ? 2.5 : 1.75,
    ...(ghost ? { strokeDasharray: "3 4" } : series.dashed ? { strokeDasharray: "7 3" } : {}),
    strokeLinecap: "round",
    strokeLinejoin: "round",
  } as const;
}

/** Lines over time at the width they get, so that their text stays 11 px. */
export default function LineDrawing({
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
      false,
    ),
    format,
  );
  const selected = points.findIndex((point) => point.key === selectedKey);
  const chosen = points[selected];
  const before = points[selected - 1] ?? chosen;
  const after = points[selected + 1] ?? chosen;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={drawnRows(points)}
        margin={{ top: 8, right: 84, bottom: 0, left: 0 }}
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
          minTickGap={28}
          tickMargin={8}
        />
        <YAxis
          ticks={ticks}
          domain={[0, ticks.at(-1) ?? 1]}
          tickFormatter={(value: number) => axisText(value, format)}
          tick={axisStyle}
          tickLine={false}
          axisLine={false}
          width={46}
        />
        <Tooltip
          cursor={{ stroke: "var(--line-control)", strokeDasharray: "2 3" }}
          isAnimationActive={false}
          content={({ active, label }) => (
            <ChartTooltip active={active} label={label} points={points} series={series} format={format} />
          )}
        />
        {chosen && before && after ? (
          <ReferenceArea
            x1={before.key}
            x2={after.key}
            fill="var(--chart-fill)"
            fillOpacity={1}
            shape={
              <Band
                share={points.length > 2 ? 0.36 : 0.5}
                edge={selected === 0 ? "start" : selected === points.length - 1 ? "end" : "none"}
              />
            }
          />
        ) : null}
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.key}
            x={mark.key}
            stroke="var(--line-control)"
            strokeDasharray="2 3"
            label={{ value: mark.label, position: "insideTopLeft", ...axisStyle }}
          />
        ))}
        {series.map((one) =>
          one.area ? (
            <Area
              key={`${one.key}-fill`}
              dataKey={one.key}
              fill="var(--chart-fill)"
              fillOpacity={1}
              stroke="none"
              isAnimationActive={false}
              activeDot={false}
              tooltipType="none"
            />
          ) : null,
        )}
        {series.map((one) => (
          <Line
            key={one.key}
            dataKey={one.key}
            name={one.label}
            {...lineStyle(one)}
            dot={points.length === 1}
            activeDot={{ r: 4, stroke: "var(--panel)", strokeWidth: 2, fill: chartColor(one.color) }}
            isAnimationActive={false}
            connectNulls={false}
          />
        ))}
        {chosen
          ? series.map((one) => {
              const value = chosen.values[one.key];
              if (one.color === "ghost" || value === null || value === undefined) return null;
              return (
                <ReferenceDot
                  key={one.key}
                  x={chosen.key}
                  y={value}
                  r={5}
                  fill={chartColor(one.color)}
                  stroke="var(--panel)"
                  strokeWidth={2}
                />
              );
            })
          : null}
        <EndLabels series={series} points={points} format={format} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

type BandProps = {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  share: number;
  edge: "start" | "end" | "none";
};

/** The band on the chosen point: a part of the room between its neighbours, around the point itself. */
function Band({ x = 0, y = 0, width = 0, height = 0, share, edge }: BandProps) {
  const bandWidth = edge === "none" ? width * share : width * share * 2;
  const center = edge === "start" ? x : edge === "end" ? x + width : x + width / 2;
  return <rect x={center - bandWidth / 2} y={y} width={bandWidth} height={height} rx={4} fill="var(--chart-fill)" />;
}
