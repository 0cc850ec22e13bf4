import { expect, test } from "vitest";
import { changeOf, windowText } from "#components/metrics/metric-text.ts";
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

test("a window ends on its last day", () => {
  expect(windowText({ from: "2026-08-24", to: "2026-11-20" })).toBe("24 Aug to 19 Nov");
});
