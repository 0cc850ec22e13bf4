"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { ChartLegend } from "#components/patterns/chart/chart-legend.tsx";
import { ChartLoading } from "#components/patterns/chart/chart-loading.tsx";
import type { ChartFormat, ChartPoint, ChartSeries } from "#components/patterns/chart/chart-shape.ts";
import { ChartTable } from "#components/patterns/chart/chart-table.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import * as words from "#components/words/patterns/chart/chart-frame.ts";

export type { ChartFormat, ChartPoint, ChartSeries } from "#components/patterns/chart/chart-shape.ts";

export type ChartFrameProps = {
  title: string;
  kind?: "line" | "columns" | undefined;
  series: ChartSeries[];
  points: ChartPoint[];
  format?: ChartFormat | undefined;
  selectedKey?: string | undefined;
  onSelect?: ((key: string) => void) | undefined;
  /** Right end of the head, before the switch to the table. */
  more?: ReactNode;
  height?: number | undefined;
  /** Something that happened between two points: "v4: two rules added". */
  marks?: { key: string; label: string }[] | undefined;
  className?: string | undefined;
  /** Under the chart: the rows of the chosen point. */
  children?: ReactNode;
};

// The drawing library is heavy and needs a browser; the frame keeps its height until it is there.
const LineDrawing = dynamic(() => import("#components/patterns/chart/line-drawing.tsx"), {
  ssr: false,
  loading: ChartLoading,
});
const ColumnDrawing = dynamic(() => import("#components/patterns/chart/column-drawing.tsx"), {
  ssr: false,
  loading: ChartLoading,
});

/** A chart with its title, legend and table. Choosing a point opens its rows. */
export function ChartFrame(props: ChartFrameProps) {
  const {
    title,
    kind = "line",
    series,
    points,
    format = {},
    selectedKey,
    onSelect,
    more,
    marks = [],
    children,
  } = props;
  const height = props.height ?? 260;
  const router = useRouter();
  const [view, setView] = useState("chart");
  const choose = (key: string) => {
    const point = points.find((one) => one.key === key);
    if (onSelect) onSelect(key);
    else if (point?.href) router.push(point.href, { scroll: false });
  };
  const Drawing = kind === "line" ? LineDrawing : ColumnDrawing;
  return (
    <section
      className={classNames(
        "min-w-0 overflow-hidden rounded-3 border border-line-2 bg-panel shadow-1",
        props.className,
      )}
    >
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1 phone:py-2.5">
        <h2 className="font-600">{title}</h2>
        {series.length > 1 ? <ChartLegend series={series} columns={kind === "columns"} /> : null}
        <div className="ml-auto flex items-center gap-2">
          {more}
          <Segmented
            label={words.titleAs(title)}
            value={view}
            onValueChange={setView}
            items={[
              { value: "chart", label: words.chart },
              { value: "table", label: words.table },
            ]}
          />
        </div>
      </div>
      {view === "table" ? (
        <ChartTable title={title} series={series} points={points} format={format} selectedKey={selectedKey} />
      ) : (
        <div className="px-4 pt-5 pb-2.5">
          <div role="img" aria-label={words.theSameNumbersAreUnder(title, series.map((one) => one.label).join(", "))}>
            <div style={{ height }}>
              <Drawing
                title={title}
                series={series}
                points={points}
                format={format}
                height={height}
                selectedKey={selectedKey}
                marks={marks}
                onChoose={choose}
              />
            </div>
          </div>
        </div>
      )}
      {children}
    </section>
  );
}
