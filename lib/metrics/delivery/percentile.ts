/**
 * The percentile of `values` (0 to 1) by linear interpolation between the closest ranks: type 7, the same as PostgreSQL's
 * `percentile_cont`. Null when there are no values: no data is never 0.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
