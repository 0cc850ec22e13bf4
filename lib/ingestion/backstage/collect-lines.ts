import type { ReportLine } from "#lib/ingestion/backstage/imported-entity.ts";

export type LineCollector = { add(line: ReportLine): void; all(): ReportLine[] };

const skippedLinesOfAKind = 20;
const maxLines = 60_000;
const maxTextLength = 500;

/**
 * Gathers report lines. Of skipped things alike (five hundred manifests beside a catalog) the first are listed and the others counted, so
 * that the lines that need somebody stay visible; mapped, kept and refused lines are never left out below the limit of a whole report.
 */
export function collectLines(): LineCollector {
  const lines: ReportLine[] = [];
  const skippedOfKind = new Map<string, number>();
  let leftOut = 0;
  return {
    add(line) {
      if (line.verdict === "skipped") {
        const count = (skippedOfKind.get(line.what) ?? 0) + 1;
        skippedOfKind.set(line.what, count);
        if (count > skippedLinesOfAKind) return;
      }
      if (lines.length < maxLines) lines.push(storable(line));
      else leftOut += 1;
    },
    all() {
      const rest = [...skippedOfKind].filter(([, count]) => count > skippedLinesOfAKind);
      const counted = rest.map(([what, count]) =>
        summaryLine(
          "skipped",
          `${what}: ${count - skippedLinesOfAKind} more`,
          "Listed as a number because there are many alike.",
        ),
      );
      const cut =
        leftOut === 0
          ? []
          : [
              summaryLine(
                "refused",
                `${leftOut} more lines than a report can hold`,
                "Import parts of the catalog one after the other to see them all.",
              ),
            ];
      return [...lines, ...counted, ...cut];
    },
  };
}

/** Names the files that nothing read: in a guessed import because they are not YAML, otherwise because no Location leads to them. */
export function describeLeftFiles(lines: LineCollector, files: string[], isGuess: boolean): void {
  for (const file of files) {
    const isYaml = /\.ya?ml$/i.test(file);
    if (!isGuess && !isYaml) continue;
    const what =
      isYaml && !isGuess
        ? "No Location leads to this file"
        : isYaml
          ? "A file of an installed package"
          : "Not a YAML file, and no descriptor takes its text";
    const why =
      isYaml && !isGuess ? "Not read. Add it to a Location, or import it by its path." : "Nothing to import there.";
    lines.add({ verdict: "skipped", file, line: null, path: null, entityRef: null, what, why });
  }
}

/** Lines quote what they found, which may be long or hold characters that the database refuses. */
function storable(line: ReportLine): ReportLine {
  const clean = (text: string) => text.slice(0, maxTextLength).toWellFormed().replaceAll("\0", "\u2400");
  return {
    ...line,
    file: clean(line.file),
    path: line.path === null ? null : clean(line.path),
    what: clean(line.what),
    why: clean(line.why),
  };
}

function summaryLine(verdict: ReportLine["verdict"], what: string, why: string): ReportLine {
  return { verdict, file: "(all files)", line: null, path: null, entityRef: null, what, why };
}
