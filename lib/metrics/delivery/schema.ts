import { z } from "zod";
import { daysBetween } from "#lib/metrics/delivery/calendar.ts";
import { type LeftOutReason, leftOutReasons, metricIds } from "#lib/metrics/delivery/definitions.ts";

const Day = z.iso.date("Use a day such as 2026-03-24");
const isDay = (text: string | undefined): text is string => Day.safeParse(text).success;
const reasons = Object.keys(leftOutReasons) as [LeftOutReason, ...LeftOutReason[]];

/** `from` is the first day, `to` the day after the last, both in the organization's time zone. Left out: the 90 days up to today. */
export const windowFields = { from: Day.optional(), to: Day.optional(), team: z.string().min(1).max(200).optional() };

/** Refuses windows that end before they start or are longer than two years. */
export function checkWindow(
  input: { from?: string | undefined; to?: string | undefined },
  context: z.core.$RefinementCtx,
): void {
  const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if ((input.from === undefined) !== (input.to === undefined)) {
    issue(input.from === undefined ? "from" : "to", "Give both from and to, or neither");
  } else if (isDay(input.from) && isDay(input.to)) {
    if (input.from >= input.to) issue("to", "Has to be later than from; it is the day after the last");
    else if (daysBetween(input.from, input.to) > 731) issue("from", "Ask for at most two years at once");
  }
}

export const DeliveryInput = z
  .strictObject({ ...windowFields, compare: z.enum(["previous", "none"]).default("previous") })
  .superRefine(checkWindow);

const LeftOut = z.array(z.object({ reason: z.enum(reasons), count: z.number() }));

export const MetricWeek = z.object({
  week: z.string(),
  isPartial: z.boolean(),
  /** Rows counted in the week. */
  n: z.number(),
  /** Null: nothing to measure in that week. */
  value: z.number().nullable(),
  p75: z.number().nullable(),
  p90: z.number().nullable(),
});
export type MetricWeek = z.infer<typeof MetricWeek>;

const measured = {
  value: z.number().nullable(),
  p75: z.number().nullable(),
  p90: z.number().nullable(),
  interval: z.object({ lowPercent: z.number(), highPercent: z.number() }).nullable(),
  n: z.number(),
  weeks: z.array(MetricWeek),
};

export const MetricResult = z.object({
  id: z.enum(metricIds),
  ...measured,
  /** Fewer than five rows: true, but little to go by. */
  isLowSample: z.boolean(),
  leftOut: LeftOut,
  /** Why there is no number, when there is none, and which events would give one. */
  notMeasurable: z
    .object({ reason: z.string(), needs: z.enum(["deployments", "changes", "incidents", "plannedness"]).nullable() })
    .nullable(),
  previous: z.object(measured).nullable(),
});
export type MetricResult = z.infer<typeof MetricResult>;

const Window = z.object({ from: z.string(), to: z.string() });

export const TeamDelivery = z.object({
  team: z.object({ identifier: z.string(), title: z.string() }).nullable(),
  deployments: z.number(),
  deploymentDaysPerWeek: z.number().nullable(),
  leadHours: z.number().nullable(),
  leadP90Hours: z.number().nullable(),
  changes: z.number(),
  failures: z.number(),
});
export type TeamDelivery = z.infer<typeof TeamDelivery>;

export const DeliveryReport = z.object({
  window: Window.extend({ timeZone: z.string() }),
  previousWindow: Window.nullable(),
  team: z.object({ identifier: z.string(), title: z.string() }).nullable(),
  services: z.number(),
  lastEventAt: z.string().nullable(),
  metrics: z.array(MetricResult),
  teams: z.array(TeamDelivery),
  /** Whom the report can be narrowed to. */
  teamOptions: z.array(z.object({ identifier: z.string(), title: z.string() })),
});
export type DeliveryReport = z.infer<typeof DeliveryReport>;

export const DeliveryRowsInput = z
  .strictObject({
    ...windowFields,
    metric: z.enum(metricIds),
    /** The Monday of one week. Left out: the whole window. */
    week: Day.optional(),
    verdict: z.enum(["counted", "left-out"]).default("counted"),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(5000).default(25),
  })
  .superRefine(checkWindow);

export const DeliveryRow = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  serviceRef: z.string(),
  entity: z.object({ blueprint: z.string(), identifier: z.string(), title: z.string() }).nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string(),
  hours: z.number().nullable(),
  /** It is in the numerator of a share. */
  isHit: z.boolean(),
  reason: z.enum(reasons).nullable(),
  /** Where the time of a change went; null when an end of a stage is not known. */
  stages: z
    .object({
      codingHours: z.number().nullable(),
      reviewHours: z.number().nullable(),
      deployHours: z.number().nullable(),
    })
    .nullable(),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;

export const DeliveryRows = z.object({
  counted: z.number(),
  leftOut: LeftOut,
  rows: z.array(DeliveryRow),
  page: z.number(),
  pages: z.number(),
});
export type DeliveryRows = z.infer<typeof DeliveryRows>;
