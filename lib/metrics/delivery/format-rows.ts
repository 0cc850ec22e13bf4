import type { DeliveryRow } from "#lib/metrics/delivery/schema.ts";

const columns: [string, (row: DeliveryRow) => string | number | boolean | null][] = [
  ["id", (row) => row.id],
  ["title", (row) => row.title],
  ["by", (row) => row.detail],
  ["service", (row) => row.serviceRef],
  ["started_at", (row) => row.startedAt],
  ["finished_at", (row) => row.finishedAt],
  ["hours", (row) => row.hours],
  ["in_numerator", (row) => row.isHit],
  ["left_out_because", (row) => row.reason],
  ["coding_hours", (row) => row.stages?.codingHours ?? null],
  ["review_hours", (row) => row.stages?.reviewHours ?? null],
  ["deploy_hours", (row) => row.stages?.deployHours ?? null],
];

/** Rows as CSV (RFC 4180). An unknown value is an empty cell, not a 0. */
export function formatRows(rows: DeliveryRow[]): string {
  const lines = [columns.map(([name]) => name), ...rows.map((row) => columns.map(([, read]) => cell(read(row))))];
  return `${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

// Titles come from outside. A spreadsheet takes a text that begins like a formula for one, so it gets an apostrophe in front.
function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
