import { expect, test } from "vitest";
import { changeOf, durationText, momentText, windowText } from "#components/metrics/metric-text.ts";
import type { MetricResult } from "#lib/metrics/delivery/schema.ts";

function result(id: MetricResult["id"], value: number | null, before: number | null): MetricResult {
  const numbers = (of: number | null) => ({ value: of, p75: null, p90: null, interval: null, n: 9, weeks: [] });
  return {
    id,
    ...numbers(value),
    isLowSample: false,
    leftOut: [],
    notMeasurable: null,
    previous: before === null ? null : numbers(before),
  };
}

test("durations carry the two units that matter", () => {
  expect([0.2, 5.533, 24, 198, 23.999].map(durationText)).toEqual(["12 min", "5 h 32 min", "1 d", "8 d 6 h", "1 d"]);
});

test("a change is better or worse by the metric, not by its direction", () => {
  expect(changeOf(result("change-lead-time", 18.6, 36.3))).toEqual({
    text: "49 %",
    direction: "down",
    verdict: "better",
    from: "36.3 h",
  });
  expect(changeOf(result("deployment-frequency", 3, 4))).toMatchObject({
    text: "25 %",
    direction: "down",
    verdict: "worse",
  });
  expect(changeOf(result("deployment-rework-rate", 5.4, 4.6))).toMatchObject({
    text: "0.8 pt",
    direction: "up",
    verdict: "worse",
  });
  expect(changeOf(result("change-fail-rate", 5, 5))).toMatchObject({ verdict: "same" });
});

test("without a number before there is no change", () => {
  expect(changeOf(result("change-lead-time", 18, null))).toBeUndefined();
  expect(changeOf(result("change-lead-time", null, 18))).toBeUndefined();
});

test("days and moments are those of the organization", () => {
  expect(windowText({ from: "2026-08-24", to: "2026-11-20" })).toBe("24 Aug to 19 Nov");
  expect(momentText("2026-10-20T14:02:00Z", "Europe/Berlin")).toBe("Tue 20 Oct 16:02");
});
