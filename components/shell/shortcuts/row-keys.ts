import { keys } from "#components/ui/keys.ts";

/** What of a row takes the focus: its link, or the first thing that can be pressed in it. */
const focusable = "a[href], button:not(:disabled), summary";

/**
 * Moves the focus to the next or the previous row of the page's lists and tables, whose containers are marked by `data-rows`. Tables
 * with a selection have keys of their own and never come here.
 */
export function moveRow(key: string): void {
  const rows = [
    ...document.querySelectorAll<HTMLElement>("main [data-rows] > li, main [data-rows] > tbody > tr"),
  ].filter((row) => row.checkVisibility() && row.querySelector(focusable) !== null);
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? 0 : at + (key === keys.nextRow ? 1 : -1);
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.querySelector<HTMLElement>(focusable)?.focus();
}
