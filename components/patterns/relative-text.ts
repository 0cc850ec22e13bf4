const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago (or until) in the shortest words: "41 min", "3 h", "2 d", "21 Aug". */
export function relativeText(atMs: number, nowMs: number): string {
  const seconds = Math.round(Math.abs(nowMs - atMs) / 1000);
  if (seconds < minute) return `${seconds} s`;
  if (seconds < hour) return `${Math.round(seconds / minute)} min`;
  if (seconds < day) return `${Math.round(seconds / hour)} h`;
  if (seconds < 30 * day) return `${Math.round(seconds / day)} d`;
  return shortDate(atMs, nowMs);
}

/** A date without a time; the year only when it is another one. */
export function shortDate(atMs: number, nowMs: number): string {
  const date = new Date(atMs);
  const sameYear = date.getFullYear() === new Date(nowMs).getFullYear();
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) });
}
