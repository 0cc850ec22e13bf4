import { expect, test } from "vitest";
import { addDays, dayIn, daysBetween, weekOf, weeksOf } from "#lib/metrics/delivery/calendar.ts";
import { wilsonInterval } from "#lib/metrics/delivery/interval.ts";
import { percentile } from "#lib/metrics/delivery/percentile.ts";

test("percentiles interpolate between ranks, and nothing has none", () => {
  const hours = [4, 6, 10, 24, 25, 48, 63.5];
  expect([0.5, 0.75].map((share) => percentile(hours, share))).toEqual([24, 36.5]);
  expect(percentile(hours, 0.9)).toBeCloseTo(54.2);
  expect(percentile([4, 2], 0.5)).toBe(3);
  expect(percentile([7], 0.9)).toBe(7);
  expect(percentile([], 0.5)).toBeNull();
});

test("Wilson's interval holds at the edges", () => {
  const interval = wilsonInterval(2, 9);
  expect(interval?.lowPercent).toBeCloseTo(6.32, 1);
  expect(interval?.highPercent).toBeCloseTo(54.74, 1);
  expect(wilsonInterval(0, 20)?.lowPercent).toBe(0);
  expect(wilsonInterval(0, 0)).toBeNull();
});

test("days are counted by the calendar across the change to summer time, weeks begin on Monday", () => {
  expect(daysBetween("2026-03-23", "2026-04-06")).toBe(14);
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect([weekOf("2026-03-29"), weekOf("2026-03-30")]).toEqual(["2026-03-23", "2026-03-30"]);
  expect(dayIn("Europe/Berlin", new Date("2026-03-22T23:30Z"))).toBe("2026-03-23");
  expect(dayIn("Europe/Berlin", new Date("2026-04-05T21:59Z"))).toBe("2026-04-05");
  expect(weeksOf({ from: "2026-03-25", to: "2026-04-06" })).toEqual([
    { week: "2026-03-23", isPartial: true },
    { week: "2026-03-30", isPartial: false },
  ]);
});
