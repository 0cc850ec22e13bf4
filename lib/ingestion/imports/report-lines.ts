import type { ReportLine } from "#lib/ingestion/backstage/imported-entity.ts";
import { type ImportLine, verdicts } from "#lib/ingestion/imports/schema.ts";

/** Lines that an answer carries; the rest are read page by page. */
export const linesInAnswer = 500;

/** The lines in the order they are read in: what needs somebody first. */
export function orderLines(lines: readonly ReportLine[]): ImportLine[] {
  return verdicts
    .flatMap((verdict) => lines.filter((line) => line.verdict === verdict))
    .map((line, position) => ({ ...line, position }));
}

export function countLines(
  lines: readonly { verdict: ReportLine["verdict"] }[],
): Record<ReportLine["verdict"], number> {
  const counts = { mapped: 0, kept: 0, refused: 0, skipped: 0 };
  for (const line of lines) counts[line.verdict] += 1;
  return counts;
}
