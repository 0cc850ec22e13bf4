import { z } from "zod";

// Clocks of other machines run ahead a little; anything further off is a mistake that would stay in every chart.
const toleranceMs = 10 * 60_000;

/** A moment in the past as ISO 8601 with its offset. */
export const PastMoment = z.iso
  .datetime({ offset: true, abort: true, error: "Use a date and time with an offset, such as 2026-03-24T10:00:00Z" })
  .refine(
    (text) => Date.parse(text) >= Date.UTC(2000, 0, 1),
    "Lies before the year 2000; check the unit of the clock it came from",
  )
  .refine(
    (text) => Date.parse(text) <= Date.now() + toleranceMs,
    "Lies in the future; events are recorded after they happened",
  );
