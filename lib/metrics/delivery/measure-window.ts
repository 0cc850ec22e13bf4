import { weeksOf } from "#lib/metrics/delivery/calendar.ts";
import type { LeftOutReason, MetricId } from "#lib/metrics/delivery/definitions.ts";
import type { ChangeGroup, DeploymentGroup, Group } from "#lib/metrics/delivery/delivery-groups.ts";
import { wilsonInterval } from "#lib/metrics/delivery/interval.ts";
import { percentile } from "#lib/metrics/delivery/percentile.ts";
import type { MetricWeek } from "#lib/metrics/delivery/schema.ts";

export type WindowGroups = { deployments: DeploymentGroup[]; changes: ChangeGroup[] };
type Numbers = { value: number | null; p75: number | null; p90: number | null };
export type MeasuredWindow = Numbers & {
  interval: { lowPercent: number; highPercent: number } | null;
  n: number;
  weeks: MetricWeek[];
  leftOut: { reason: LeftOutReason; count: number }[];
};
type Window = { from: string; to: string };

/** One metric over one window, from the sums of its rows. Weeks without rows are there: 0 of a count, null of a duration or share. */
export function measureWindow(metric: MetricId, window: Window, groups: WindowGroups): MeasuredWindow {
  if (metric === "change-lead-time") {
    return assemble(window, groups.changes, (group) => ({ n: group?.changes ?? 0, ...spread(group?.lead) }));
  }
  if (metric === "failed-deployment-recovery") {
    const measured = assemble(window, groups.deployments, (group) => ({
      n: group?.recoveries ?? 0,
      ...spread(group?.recovery),
    }));
    const whole = groups.deployments.find((group) => group.kind === "window");
    const before = (whole?.failures ?? 0) - (whole?.recoveries ?? 0) - (whole?.unrecovered ?? 0);
    return { ...measured, leftOut: present({ "not-recovered": whole?.unrecovered ?? 0, "recovered-before": before }) };
  }
  if (metric === "deployment-frequency") return measureFrequency(window, groups.deployments);
  const hitsOf = (group: DeploymentGroup | undefined) =>
    (metric === "change-fail-rate" ? group?.failures : group?.rework) ?? 0;
  const measured = assemble(window, groups.deployments, (group) => {
    const n = group?.deployments ?? 0;
    return { n, value: n === 0 ? null : (100 * hitsOf(group)) / n, p75: null, p90: null };
  });
  const whole = groups.deployments.find((group) => group.kind === "window");
  return { ...measured, interval: wilsonInterval(hitsOf(whole), measured.n) };
}

/** The median of deployment days over the whole weeks of a window; over all its weeks when none is whole. */
export function daysPerWeek(window: Window, weeks: { week: string | null; days: number }[]): number[] {
  const byWeek = new Map(weeks.map((group) => [group.week, group.days]));
  const all = weeksOf(window);
  const whole = all.filter((week) => !week.isPartial);
  return (whole.length > 0 ? whole : all).map(({ week }) => byWeek.get(week) ?? 0);
}

function measureFrequency(window: Window, groups: DeploymentGroup[]): MeasuredWindow {
  const measured = assemble(window, groups, (group) => ({
    n: group?.deployments ?? 0,
    value: group?.days ?? 0,
    p75: null,
    p90: null,
  }));
  const days = daysPerWeek(
    window,
    groups.filter((group) => group.kind === "week"),
  );
  return { ...measured, value: percentile(days, 0.5), p75: percentile(days, 0.75), p90: percentile(days, 0.9) };
}

function assemble<Row extends Group & { rows: number }>(
  window: Window,
  groups: Row[],
  read: (group: Row | undefined) => Numbers & { n: number },
): MeasuredWindow {
  const weeks = new Map(groups.filter((group) => group.kind === "week").map((group) => [group.week, group]));
  const reasons = groups.filter((group) => group.kind === "reason" && group.left_out !== null);
  return {
    ...read(groups.find((group) => group.kind === "window")),
    interval: null,
    weeks: weeksOf(window).map(({ week, isPartial }) => ({ week, isPartial, ...read(weeks.get(week)) })),
    leftOut: present(Object.fromEntries(reasons.map((group) => [group.left_out as LeftOutReason, group.rows]))),
  };
}

function spread(percentiles: number[] | null | undefined): Numbers {
  const [value = null, p75 = null, p90 = null] = percentiles ?? [];
  return { value, p75, p90 };
}

function present(counts: Partial<Record<LeftOutReason, number>>): { reason: LeftOutReason; count: number }[] {
  return (Object.entries(counts) as [LeftOutReason, number][])
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count);
}
