import { sql } from "drizzle-orm";
import { z } from "zod";
import { ImportLine, ImportSummary, LineCounts, verdicts } from "#lib/ingestion/imports/schema.ts";
import { selectImports } from "#lib/ingestion/imports/select-imports.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

/** One import with a page of its lines. `cursor` is the position of the last line of the page before. */
export const getImport = query({
  name: "import.get",
  permission: "import:read",
  route: { method: "GET", path: "/catalog/imports/{importId}", summary: "Read the report of an import" },
  input: z.strictObject({
    importId: z.uuid("Use the id of an import"),
    verdict: z.enum(verdicts).optional(),
    cursor: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: ImportSummary.extend({
    lineCounts: LineCounts,
    lines: z.array(ImportLine),
    nextCursor: z.number().nullable(),
  }),
  async run({ ctx, tx, input }) {
    const ofImport = sql`org_id = ${ctx.org.id}::uuid and import_id = ${input.importId}::uuid`;
    const [[summary], counts, rows] = await Promise.all([
      tx.execute<ImportSummary>(
        sql`${selectImports()} where org_id = ${ctx.org.id}::uuid and id = ${input.importId}::uuid`,
      ),
      tx.execute<{ verdict: ImportLine["verdict"]; count: number }>(
        sql`select verdict, count(*)::int as count from import_lines where ${ofImport} group by verdict`,
      ),
      tx.execute<ImportLine>(sql`
        select position, verdict, file, line, path, entity_ref as "entityRef", what, coalesce(why, '') as why from import_lines where ${ofImport}
          ${input.verdict === undefined ? sql`` : sql`and verdict = ${input.verdict}`}
          ${input.cursor === undefined ? sql`` : sql`and position > ${input.cursor}`}
        order by position limit ${input.limit + 1}`),
    ]);
    if (summary === undefined) throw new AppError("not_found", "There is no such import.");
    const lineCounts = { mapped: 0, kept: 0, refused: 0, skipped: 0 };
    for (const { verdict, count } of counts) lineCounts[verdict] = count;
    const lines = rows.slice(0, input.limit);
    return {
      ...summary,
      lineCounts,
      lines,
      nextCursor: rows.length > input.limit ? (lines.at(-1)?.position ?? null) : null,
    };
  },
});
