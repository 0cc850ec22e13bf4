import type { ReactNode } from "react";
import { type DeliveryView, deliveryHref, ranges } from "#components/metrics/delivery-view.ts";
import {
  type ChartFormat,
  ChartFrame,
  type ChartPoint,
  type ChartSeries,
} from "#components/patterns/chart/chart-frame.tsx";
import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { dayText } from "#components/words/format.ts";
import * as words from "#components/words/metrics/delivery-chart.ts";
import { type MetricDefinition, metricDefinition } from "#lib/metrics/delivery/definitions.ts";
import type { MetricResult } from "#lib/metrics/delivery/schema.ts";

export type DeliveryChartProps = { org: string; view: DeliveryView; result: MetricResult; children?: ReactNode };

/** The chosen metric by week; each point leads to its rows, which stand under it. */
export function DeliveryChart({ org, view, result, children }: DeliveryChartProps) {
  const definition = metricDefinition(result.id);
  const title = definition.unit === "days a week" ? words.deploymentsByWeek : words.byWeek(definition.name);
  if (result.notMeasurable !== null) {
    return (
      <Panel title={title} dashed>
        <EmptyState title={words.notMeasurable}>{result.notMeasurable.reason}</EmptyState>
        {children}
      </Panel>
    );
  }
  const points: ChartPoint[] = result.weeks.map((week, place) => ({
    key: week.week,
    label: week.isPartial ? words.weekPart(dayText(week.week)) : dayText(week.week),
    href: `${deliveryHref(org, view, { week: week.week, verdict: "counted" })}#rows`,
    values: valuesOf(definition, week, wholeWeek(result.previous?.weeks[place])),
  }));
  return (
    <ChartFrame
      title={title}
      format={formats[definition.unit]}
      series={seriesOf(definition, result, ranges[view.range].days)}
      points={points}
      selectedKey={view.week}
    >
      {children}
    </ChartFrame>
  );
}

const formats: Record<MetricDefinition["unit"], ChartFormat> = {
  hours: { kind: "hours" },
  percent: { kind: "percent" },
  "days a week": { digits: 0 },
};

type Week = MetricResult["weeks"][number];

// The ghost is there to compare with; a week of which two days lie in the window is not comparable.
function wholeWeek(week: Week | undefined): Week | undefined {
  return week?.isPartial ? undefined : week;
}

function valuesOf(definition: MetricDefinition, week: Week, before: Week | undefined): ChartPoint["values"] {
  if (definition.unit === "hours")
    return { p50: week.value, p75: week.p75, p90: week.p90, before: before?.value ?? null };
  if (definition.unit === "percent") return { value: week.value, before: before?.value ?? null };
  return { value: week.n, before: before?.n ?? null };
}

function seriesOf(definition: MetricDefinition, result: MetricResult, days: number): ChartSeries[] {
  const isDuration = definition.unit === "hours";
  const main: ChartSeries[] = isDuration
    ? [
        { key: "p50", label: "p50", color: "1", area: true },
        { key: "p75", label: "p75", color: "3" },
        { key: "p90", label: "p90", color: "2", dashed: true },
      ]
    : [
        {
          key: "value",
          label: definition.unit === "percent" ? words.share : words.deployments,
          color: "1",
          area: true,
        },
      ];
  if (result.previous === null) return main;
  return [
    ...main,
    {
      key: "before",
      label: isDuration ? words.p50OfTheDaysBefore(days) : words.theDaysBefore(days),
      color: "ghost",
      endLabel: "before",
    },
  ];
}
