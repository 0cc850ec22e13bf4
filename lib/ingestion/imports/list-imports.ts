import { sql } from "drizzle-orm";
import { z } from "zod";
import { ImportSummary } from "#lib/ingestion/imports/schema.ts";
import { selectImports } from "#lib/ingestion/imports/select-imports.ts";
import { query } from "#lib/kernel/operation.ts";

/** Imports, newest first. */
export const listImports = query({
  name: "import.list",
  permission: "import:read",
  route: { method: "GET", path: "/catalog/imports", summary: "List imports, newest first" },
  input: z.strictObject({
    sourceId: z.uuid("Use the id of a source").optional(),
    cursor: z.uuid("Use the nextCursor of the page before").optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: z.object({ items: z.array(ImportSummary), nextCursor: z.string().nullable() }),
  async run({ ctx, tx, input }) {
    const rows = await tx.execute<ImportSummary>(sql`
      ${selectImports()} where org_id = ${ctx.org.id}::uuid
        ${input.sourceId === undefined ? sql`` : sql`and source_id = ${input.sourceId}::uuid`}
        ${input.cursor === undefined ? sql`` : sql`and id < ${input.cursor}::uuid`}
      order by id desc limit ${input.limit + 1}`);
    const items = rows.slice(0, input.limit);
    return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.importId ?? null) : null };
  },
});
