import { expect, test } from "vitest";
import { describeAge, durationMs, parseMoment } from "./moments.ts";

test("parseMoment reads dates and times with a zone, and nothing else", () => {
  expect(parseMoment("2026-01-31")).toBe(Date.UTC(2026, 0, 31));
  expect(parseMoment("2024-02-29T23:30+02:00")).toBe(Date.UTC(2024, 1, 29, 21, 30));
  expect(parseMoment("2026-01-31T08:00:00.123999Z")).toBe(Date.UTC(2026, 0, 31, 8, 0, 0, 123));
  for (const text of [
    "2026-02-29",
    "2026-13-01",
    "2026-1-1",
    "2026-01-31T08:00:00",
    "2026-01-31 08:00Z",
    "0000-01-01",
    "9999-01-01",
    "now",
    "",
  ]) {
    expect(parseMoment(text), text).toBeUndefined();
  }
});

test("durations and ages", () => {
  expect(durationMs({ amount: 2, unit: "weeks" })).toBe(14 * 86_400_000);
  expect(describeAge(45.5 * 86_400_000)).toBe("45 days");
  expect(describeAge(3 * 3_600_000)).toBe("3 hours");
  expect(describeAge(59_000)).toBe("0 minutes");
});
