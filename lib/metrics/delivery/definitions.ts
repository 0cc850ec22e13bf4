/** The five of DORA, as data. How each is computed is written down in lib/metrics/README.md; the text here is what people see. */
export const metricIds = [
  "change-lead-time",
  "deployment-frequency",
  "failed-deployment-recovery",
  "change-fail-rate",
  "deployment-rework-rate",
] as const;
export type MetricId = (typeof metricIds)[number];

export type MetricDefinition = {
  id: MetricId;
  name: string;
  group: "throughput" | "instability";
  unit: "hours" | "days a week" | "percent";
  better: "lower" | "higher";
  /** What one row behind the number is. */
  noun: { one: string; many: string };
  formula: string;
  /** When there is no number at all, instead of a zero. */
  notMeasurableWhen: string;
};

const deployment = { one: "deployment", many: "deployments" };

export const metricDefinitions: MetricDefinition[] = [
  {
    id: "change-lead-time",
    name: "Change lead time",
    group: "throughput",
    unit: "hours",
    better: "lower",
    noun: { one: "change", many: "changes" },
    formula:
      "From the first commit of a change to the end of the first deployment that brought it to production. Median; p75 and p90 beside it.",
    notMeasurableWhen: "no deployment in the window names a change with its first commit",
  },
  {
    id: "deployment-frequency",
    name: "Deployment frequency",
    group: "throughput",
    unit: "days a week",
    better: "higher",
    noun: deployment,
    formula:
      "Days with at least one successful production deployment, per week from Monday: the median of the whole weeks in the window.",
    notMeasurableWhen: "no production deployment was ever recorded",
  },
  {
    id: "failed-deployment-recovery",
    name: "Failed deployment recovery",
    group: "throughput",
    unit: "hours",
    better: "lower",
    noun: { one: "failed deployment", many: "failed deployments" },
    formula:
      "From a deployment that failed its users to the deployment that repaired it, or else to the end of the last incident it caused. Median of those recovered.",
    notMeasurableWhen: "no failed deployment of the window has recovered, or nothing says which deployments failed",
  },
  {
    id: "change-fail-rate",
    name: "Change fail rate",
    group: "instability",
    unit: "percent",
    better: "lower",
    noun: deployment,
    formula:
      "Share of successful production deployments that an incident names as its cause, or that a later deployment repairs.",
    notMeasurableWhen: "no incident and no repairing deployment was ever recorded",
  },
  {
    id: "deployment-rework-rate",
    name: "Deployment rework rate",
    group: "instability",
    unit: "percent",
    better: "lower",
    noun: deployment,
    formula:
      "Share of successful production deployments that were unplanned: made because of an incident or a bug that users saw.",
    notMeasurableWhen: "no deployment was ever recorded as unplanned",
  },
];

export function metricDefinition(id: MetricId): MetricDefinition {
  const definition = metricDefinitions.find((candidate) => candidate.id === id);
  if (definition === undefined) throw new Error(`No metric ${id}`);
  return definition;
}

/** Why a row is left out, for people. */
export const leftOutReasons = {
  "other-environment": "not in production",
  "deployment-failed": "not brought to production",
  "deployment-cancelled": "cancelled",
  bot: "by a bot",
  "no-first-commit": "without a known first commit",
  "negative-span": "committed after its deployment",
  "earlier-deployment": "counted with an earlier deployment",
  "first-deployment": "older than 30 days at the service's first deployment",
  "not-recovered": "not recovered yet",
  "recovered-before": "recovered before it was deployed",
} as const;
export type LeftOutReason = keyof typeof leftOutReasons;
