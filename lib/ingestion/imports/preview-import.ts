import { sql } from "drizzle-orm";
import { findArchived } from "#lib/catalog/archive/find-archived.ts";
import { findImportMisfits } from "#lib/catalog/blueprints/find-import-misfits.ts";
import { hashEntity } from "#lib/catalog/entities/imports/hash-entity.ts";
import { misfitLines } from "#lib/ingestion/imports/misfit-lines.ts";
import { archivedLines } from "#lib/ingestion/imports/notes-of-import.ts";
import { readSource } from "#lib/ingestion/imports/read-source.ts";
import { countLines, linesInAnswer, orderLines } from "#lib/ingestion/imports/report-lines.ts";
import { ImportInput, ImportPreview } from "#lib/ingestion/imports/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** Reads a source as an import would and compares it with the catalog. Nothing is written. */
export const previewImport = query({
  name: "import.preview",
  permission: "catalog:import",
  route: { method: "POST", path: "/catalog/imports/preview", summary: "See what an import would do" },
  input: ImportInput,
  output: ImportPreview,
  prepare: ({ ctx, input }) => readSource({ ctx, source: input.source }),
  async run({ ctx, tx, prepared }) {
    const { source, fileCount, fieldCounts } = prepared;
    const entities = prepared.entities.map(({ kind, ...entity }) => entity);
    const misfits = misfitLines(await findImportMisfits(tx, ctx.org.id, entities));
    const archived = await findArchived(tx, ctx.org.id, prepared.entities);
    const lines = orderLines([...prepared.lines, ...misfits, ...archivedLines(prepared.entities, archived)]);
    const lineCounts = countLines(lines);
    const hashes = prepared.entities.map(({ kind, ...entity }) => ({
      blueprint: entity.blueprint,
      identifier: entity.identifier,
      hash: hashEntity(entity),
    }));
    const blueprints = await tx.execute<{ blueprint: string; created: number; changed: number; unchanged: number }>(sql`
      select r.blueprint, count(*) filter (where e.id is null)::int as created,
        count(*) filter (where e.id is not null and c.known is distinct from r.hash)::int as changed,
        count(*) filter (where c.known = r.hash)::int as unchanged
      from jsonb_to_recordset(${JSON.stringify(hashes)}::jsonb) as r(blueprint text, identifier text, hash text)
      left join entities e on e.org_id = ${ctx.org.id}::uuid and e.blueprint = r.blueprint and e.identifier = r.identifier
      left join sources s on s.org_id = ${ctx.org.id}::uuid and s.kind = ${source.kind} and s.location = ${source.location}
      left join entity_contributions said on said.org_id = ${ctx.org.id}::uuid and said.entity_id = e.id and said.source_id = s.id
      cross join lateral (select case when e.is_layered then said.content_hash else e.content_hash end as known) c
      group by r.blueprint order by r.blueprint`);
    const total = (field: "created" | "changed" | "unchanged") => blueprints.reduce((sum, row) => sum + row[field], 0);
    return {
      sourceKind: source.kind,
      sourceName: source.name,
      sourceLocation: source.location,
      revision: source.revision ?? null,
      created: total("created"),
      changed: total("changed"),
      unchanged: total("unchanged"),
      refused: lineCounts.refused,
      fileCount,
      fieldCounts,
      lineCounts,
      lines: lines.slice(0, linesInAnswer),
      blueprints: [...blueprints],
    };
  },
});
