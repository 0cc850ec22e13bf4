import type { EntityMisfit } from "#lib/catalog/blueprints/find-import-misfits.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { ReportLine } from "#lib/ingestion/backstage/imported-entity.ts";

/** Misfits alike, of one kind and with one rule, are counted from here on. */
const linesAlike = 20;

type Misfit = EntityMisfit & { of: ImportedEntity };

/** What does not fit its kind as lines of a report: it is kept as written. */
export function misfitLines(misfits: readonly Misfit[]): ReportLine[] {
  const counts = new Map<string, { count: number; last: Misfit }>();
  const lines: ReportLine[] = [];
  for (const misfit of misfits) {
    const key = JSON.stringify([misfit.of.blueprint, misfit.path, misfit.message]);
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { count, last: misfit });
    if (count <= linesAlike) lines.push(lineOf(misfit, `${misfit.path} of ${misfit.entity} does not fit its kind`));
  }
  for (const { count, last } of counts.values())
    if (count > linesAlike)
      lines.push({
        ...lineOf(
          last,
          `${last.path} of ${count - linesAlike} more ${last.of.blueprint} entities does not fit their kind`,
        ),
        entityRef: null,
      });
  return lines;
}

function lineOf({ of, entity, path, message }: Misfit, what: string): ReportLine {
  const { file = "", line = null } = of.origin ?? {};
  return { verdict: "kept", file, line, path, entityRef: entity, what, why: `${message}. It is kept as it is.` };
}
