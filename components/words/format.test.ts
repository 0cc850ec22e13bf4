import { afterEach, expect, test } from "vitest";
import * as format from "#components/words/format.ts";
import { provideLocale } from "#components/words/locale.ts";
import * as units from "#components/words/units.ts";

afterEach(() => provideLocale(() => undefined));

const zone = "Europe/Berlin";
const at = "2026-09-08T14:02:31Z";

function inRegion<T>(region: string, write: () => T): T {
  provideLocale(() => `en-${region}`);
  return write();
}

test.each([
  [
    "GB",
    "1,234,567.5",
    "8 Sep",
    "Tue 8 Sep 16:02",
    "8 Sep 2026, 16:02:31",
    "08/09/2026, 16:02:31",
    "Tuesday 8 September",
  ],
  [
    "DE",
    "1.234.567,5",
    "8 Sep",
    "Tue 8 Sep 16:02",
    "8 Sep 2026, 16:02:31",
    "08/09/2026, 16:02:31",
    "Tuesday 8 September",
  ],
  [
    "US",
    "1,234,567.5",
    "Sep 8",
    "Tue Sep 8 4:02 PM",
    "Sep 8, 2026, 4:02:31 PM",
    "9/8/26, 4:02:31 PM",
    "Tuesday September 8",
  ],
  [
    "FR",
    "1\u202f234\u202f567,5",
    "8 Sep",
    "Tue 8 Sep 16:02",
    "8 Sep 2026, 16:02:31",
    "08/09/2026, 16:02:31",
    "Tuesday 8 September",
  ],
  [
    "SE",
    "1\u00a0234\u00a0567,5",
    "8 Sep",
    "Tue 8 Sep 16:02",
    "8 Sep 2026, 16:02:31",
    "2026-09-08, 16:02:31",
    "Tuesday 8 September",
  ],
])("numbers and dates as written in %s", (region, number, day, moment, exact, digits, weekday) => {
  const written = inRegion(region, () => [
    format.numberText(1_234_567.5),
    format.dayText("2026-09-08"),
    format.momentText(at, zone),
    format.dateText(at, "exact", zone),
    format.dateText(at, "digits", zone),
    format.dateText(at, "weekday", zone),
  ]);
  expect(written).toEqual([number, day, moment, exact, digits, weekday]);
});

test.each([
  ["GB", "8.5 d", "1,234 d 5 h", "4.2 kB", "0.4 s", "5.4 %", "1,234 things"],
  ["DE", "8,5 d", "1.234 d 5 h", "4,2 kB", "0,4 s", "5,4 %", "1.234 things"],
  ["IN", "8.5 d", "1,234 d 5 h", "4.2 kB", "0.4 s", "5.4 %", "1,234 things"],
])("units stay, their numbers are written as in %s", (region, tile, duration, size, elapsed, share, count) => {
  const written = inRegion(region, () => {
    const { value, unit } = units.scaledHours(204);
    return [
      `${value} ${unit}`,
      units.durationText(1234 * 24 + 5),
      units.sizeText(4_200),
      units.elapsedText(400),
      units.percentText(5.4, 1),
      format.countText(1234, { one: "thing", many: "things" }),
    ];
  });
  expect(written).toEqual([tile, duration, size, elapsed, share, count]);
});

test("durations carry the two units that matter", () => {
  expect([0.2, 5.533, 24, 198, 23.999].map(units.durationText)).toEqual([
    "12 min",
    "5 h 32 min",
    "1 d",
    "8 d 6 h",
    "1 d",
  ]);
  const elapsed = [400, 12_000, 108_000, 7_800_000, 198 * 3_600_000].map(units.elapsedText);
  expect(elapsed).toEqual(["0.4 s", "12 s", "1 min 48 s", "2 h 10 min", "8 d 6 h"]);
});

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [4_200, "4.2 kB"],
  [999_960, "1 MB"],
  [5_000_000, "5 MB"],
  [16_777_216, "17 MB"],
])("%i bytes are %s", (sizeBytes, text) => {
  expect(units.sizeText(sizeBytes)).toBe(text);
});

test("how long ago, in the shortest words; the year only when it is another one", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");
  const ago = (seconds: number) => format.relativeText(now - seconds * 1000, now);
  expect([12, 2460, 3 * 3600, 2 * 86_400, 91 * 86_400, 400 * 86_400].map(ago)).toEqual([
    "12 s",
    "41 min",
    "3 h",
    "2 d",
    "21 Aug",
    "16 Oct 2025",
  ]);
});

test("a count that begins a sentence is a word up to twelve", () => {
  expect([0, 1, 12, 1300].map(units.countWord)).toEqual(["No", "One", "Twelve", "1,300"]);
  expect(format.plural(1, { one: "thing needs", many: "things need" })).toBe("thing needs");
  expect(format.plural(0, { one: "thing needs", many: "things need" })).toBe("things need");
});

test("days are the same by the calendar of the time zone", () => {
  const [evening, midnight] = [new Date("2026-11-20T22:30:00Z"), new Date("2026-11-20T23:30:00Z")];
  expect(format.isSameDay(evening, midnight, "UTC")).toBe(true);
  expect(format.isSameDay(evening, midnight, zone)).toBe(false);
});
