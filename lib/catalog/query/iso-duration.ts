const durationExpression =
  /^(-)?P(?=[-\d]|T)(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?=[-\d])(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)S)?)?$/;

const day = 86_400_000;
/** Milliseconds of years, months, weeks, days, hours, minutes and seconds. A month is 30 days, a year 365. */
const unitMs = [365 * day, 30 * day, 7 * day, day, 3_600_000, 60_000, 1000];

/** Milliseconds of an ISO 8601 duration in whole numbers, or undefined. It may be negative as a whole or in its parts. */
export function parseDuration(text: string): number | undefined {
  const match = durationExpression.exec(text);
  if (match === null || text.length > 40) return undefined;
  const [, sign, ...parts] = match;
  const ms = parts.reduce(
    (sum, part, index) => sum + (part === undefined ? 0 : Number(part) * (unitMs[index] ?? 0)),
    0,
  );
  if (!Number.isSafeInteger(ms)) return undefined;
  return (sign === undefined ? ms : -ms) + 0;
}
