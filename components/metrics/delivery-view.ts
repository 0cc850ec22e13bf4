import { addDays, dayIn } from "#lib/metrics/delivery/calendar.ts";
import { type MetricId, metricIds } from "#lib/metrics/delivery/definitions.ts";

export const ranges = {
  "30d": { days: 30, label: "30 d" },
  "90d": { days: 90, label: "90 d" },
  "1y": { days: 365, label: "1 y" },
} as const;
export type Range = keyof typeof ranges;

/** Everything that a reader of the dashboard chose; all of it is in the address, so that a link shows the same. */
export type DeliveryView = {
  range: Range;
  isCompared: boolean;
  team?: string | undefined;
  metric: MetricId;
  week?: string | undefined;
  verdict: "counted" | "left-out";
  page: number;
};

type Search = Record<string, string | string[] | undefined>;

/** Reads the view from an address. What cannot be read is as if it were left out. */
export function readDeliveryView(search: Search): DeliveryView {
  const one = (name: string) => (typeof search[name] === "string" && search[name] !== "" ? search[name] : undefined);
  const range = one("range");
  const metric = metricIds.find((id) => id === one("metric"));
  const week = one("week");
  return {
    range: range !== undefined && Object.hasOwn(ranges, range) ? (range as Range) : "90d",
    isCompared: one("compare") !== "none",
    team: one("team")?.slice(0, 200),
    metric: metric ?? "change-lead-time",
    week: week !== undefined && isDay(week) ? week : undefined,
    verdict: one("rows") === "left-out" ? "left-out" : "counted",
    page: Math.min(Math.max(Number.parseInt(one("page") ?? "1", 10) || 1, 1), 10_000),
  };
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T12:00:00Z`)) && addDays(text, 0) === text
  );
}

/** The address of a view. Another metric, week or verdict begins at its first page; another team or range closes the rows. */
export function deliveryHref(org: string, view: DeliveryView, change: Partial<DeliveryView> = {}, path = ""): string {
  const next = { ...view, page: 1, ...("team" in change || "range" in change ? { week: undefined } : {}), ...change };
  const entries: [string, string | undefined][] = [
    ["range", next.range === "90d" ? undefined : next.range],
    ["compare", next.isCompared ? undefined : "none"],
    ["team", next.team],
    ["metric", next.metric === "change-lead-time" ? undefined : next.metric],
    ["week", next.week],
    ["rows", next.verdict === "counted" ? undefined : next.verdict],
    ["page", next.page === 1 ? undefined : String(next.page)],
  ];
  const query = new URLSearchParams(
    entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return `/${org}/dashboards/delivery${path}${query === "" ? "" : `?${query}`}`;
}

/** The days a view is about: up to and with today in the organization's time zone. */
export function windowOf(view: DeliveryView, timeZone: string, now: Date): { from: string; to: string } {
  const to = addDays(dayIn(timeZone, now), 1);
  return { from: addDays(to, -ranges[view.range].days), to };
}
