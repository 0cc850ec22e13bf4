import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { findArchived } from "#lib/catalog/archive/find-archived.ts";
import { findImportMisfits } from "#lib/catalog/blueprints/find-import-misfits.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { withdrawAbsent } from "#lib/catalog/sources/withdraw-absent.ts";
import { misfitLines } from "#lib/ingestion/imports/misfit-lines.ts";
import { noteFailure } from "#lib/ingestion/imports/note-failure.ts";
import { absentLines, archivedLines } from "#lib/ingestion/imports/notes-of-import.ts";
import { readSource, type SourceReading } from "#lib/ingestion/imports/read-source.ts";
import { countLines, linesInAnswer, orderLines } from "#lib/ingestion/imports/report-lines.ts";
import { ImportInput, type ImportLine, ImportReport } from "#lib/ingestion/imports/schema.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

// Keeps one statement's JSON parameter at a few megabytes.
const linesPerStatement = 5_000;

/**
 * Imports a catalog written for Backstage from a pasted text, files or a git repository. Everything is fetched and read before the
 * transaction begins; then all entities, their history and the report are written together, or nothing is. A git source that was read
 * without a refusal was read completely: what it does not name any more is withdrawn.
 */
export const importCatalog = command({
  name: "catalog.import",
  permission: "catalog:import",
  route: { method: "POST", path: "/catalog/imports", summary: "Import a catalog" },
  input: ImportInput,
  output: ImportReport,
  async prepare({ ctx, input }) {
    try {
      return await readSource({ ctx, source: input.source });
    } catch (error) {
      if (error instanceof AppError) await noteFailure(ctx.org.id, input.source, error.message);
      throw error;
    }
  },
  async run({ ctx, tx, prepared, audit, emit }) {
    const { source, fileCount, fieldCounts } = prepared;
    // `kind` is the spelling of the descriptor; the catalog knows blueprints only.
    const entities = prepared.entities.map(({ kind, ...entity }) => entity);
    const misfits = misfitLines(await findImportMisfits(tx, ctx.org.id, entities));
    const { sourceId, created, changed, unchanged } = await upsertEntities({ ctx, tx, emit }, { source, entities });
    const archived = await findArchived(tx, ctx.org.id, entities);
    const isComplete = source.kind === "git" && entities.length > 0 && countLines(prepared.lines).refused === 0;
    const absent = isComplete ? absentLines(await withdrawAbsent({ ctx, tx, emit }, sourceId, entities)) : [];
    const lines = orderLines([...prepared.lines, ...misfits, ...archivedLines(prepared.entities, archived), ...absent]);
    const lineCounts = countLines(lines);
    const counts = { created, changed, unchanged, refused: lineCounts.refused };
    const importId = await writeImport(ctx, tx, { reading: prepared, sourceId, counts });
    await writeLines(ctx, tx, importId, lines);
    audit({
      subjectKind: "import",
      subjectId: importId,
      subjectName: source.name,
      after: { ...source, ...counts, fileCount },
    });
    await emit({ topic: "catalog.imported", subjectId: importId, payload: { sourceName: source.name, ...counts } });
    return {
      importId,
      sourceId,
      sourceKind: source.kind,
      sourceName: source.name,
      sourceLocation: source.location,
      revision: source.revision ?? null,
      ...counts,
      fileCount,
      fieldCounts,
      lineCounts,
      lines: lines.slice(0, linesInAnswer),
    };
  },
});

type Counts = { created: number; changed: number; unchanged: number; refused: number };

async function writeImport(
  ctx: Context,
  tx: Transaction,
  { reading, sourceId, counts }: { reading: SourceReading; sourceId: string; counts: Counts },
): Promise<string> {
  const { source, fileCount, startedAt } = reading;
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into imports (org_id, source_id, source_kind, source_name, source_location, revision, actor_name, created_count, changed_count,
      unchanged_count, refused_count, file_count, started_at)
    values (${ctx.org.id}::uuid, ${sourceId}::uuid, ${source.kind}, ${source.name}, ${source.location}, ${source.revision ?? null},
      ${ctx.actor.name}, ${counts.created}, ${counts.changed}, ${counts.unchanged}, ${counts.refused}, ${fileCount}, ${startedAt}::timestamptz)
    returning id`);
  if (row === undefined) throw new Error("An import was not stored");
  return row.id;
}

async function writeLines(ctx: Context, tx: Transaction, importId: string, lines: ImportLine[]): Promise<void> {
  for (let start = 0; start < lines.length; start += linesPerStatement) {
    await tx.execute(sql`
      insert into import_lines (org_id, import_id, position, verdict, file, line, path, entity_ref, what, why)
      select ${ctx.org.id}::uuid, ${importId}::uuid, r.position, r.verdict, r.file, r.line, r.path, r."entityRef", r.what, r.why
      from jsonb_to_recordset(${JSON.stringify(lines.slice(start, start + linesPerStatement))}::jsonb)
        as r(position integer, verdict text, file text, line integer, path text, "entityRef" text, what text, why text)`);
  }
}
