import { type CsvCell, csvRow } from "#lib/kernel/csv.ts";
import type { DeliveryRow } from "#lib/metrics/delivery/schema.ts";

const columns: [string, (row: DeliveryRow) => CsvCell][] = [
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

/** The names of the columns, as the first row of a CSV file. */
export function formatHead(): string {
  return csvRow(columns.map(([name]) => name));
}

/** Rows as CSV (RFC 4180). An unknown value is an empty cell, not a 0. */
export function formatRows(rows: DeliveryRow[]): string {
  return rows.map((row) => csvRow(columns.map(([, read]) => read(row)))).join("");
}
