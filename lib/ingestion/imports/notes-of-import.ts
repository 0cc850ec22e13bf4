import type { Absences } from "#lib/catalog/sources/withdraw-absent.ts";
import type { ReportLine } from "#lib/ingestion/backstage/imported-entity.ts";
import type { SourceReading } from "#lib/ingestion/imports/read-source.ts";

type Read = SourceReading["entities"][number];
type Place = Pick<ReportLine, "file" | "line">;

/** A line for each entity that was read and stays archived. */
export function archivedLines(entities: Read[], archived: ReadonlySet<string>): ReportLine[] {
  return entities.flatMap(({ blueprint, identifier, origin }) => {
    const name = `${blueprint}:${identifier}`;
    if (!archived.has(name)) return [];
    const why = "Somebody archived it. What was read is kept, and is there when it is restored.";
    return [line("kept", name, placeOf(origin), "Stays archived", why)];
  });
}

/** A line for each entity that the source described before and does not name any more. */
export function absentLines({ withdrawn, missing }: Absences): ReportLine[] {
  const taken = "This source does not name it any more; what it said was taken back, and others describe it.";
  const kept =
    "This source does not name it any more, and nobody else describes it. It stays, marked on its page; archive or delete it if it is gone.";
  return [
    ...withdrawn.map(({ name, origin }) => line("skipped", name, placeOf(origin), "No longer in this source", taken)),
    ...missing.map(({ name, origin }) => line("kept", name, placeOf(origin), "No longer in this source", kept)),
  ];
}

function placeOf(origin: { file: string; line: number | null } | null): Place {
  return { file: origin?.file ?? "", line: origin?.line ?? null };
}

function line(verdict: ReportLine["verdict"], entityRef: string, place: Place, what: string, why: string): ReportLine {
  return { verdict, ...place, path: null, entityRef, what, why };
}
