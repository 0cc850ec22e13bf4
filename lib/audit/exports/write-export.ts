import type { ExportedChainHead } from "#lib/audit/chain/exported-chain.ts";
import { readChain } from "#lib/audit/chain/read-chain.ts";
import { listEntries } from "#lib/audit/entries/list-entries.ts";
import type { AuditEntry, AuditFilter } from "#lib/audit/entries/schema.ts";
import type { exportFormats } from "#lib/audit/exports/start-export.ts";
import type { Context } from "#lib/kernel/context.ts";
import { csvRow } from "#lib/kernel/csv.ts";
import { readTransaction } from "#lib/kernel/operation.ts";

const columns = [
  "seq",
  "at",
  "operation",
  "door",
  "actorKind",
  "actorName",
  "subjectKind",
  "subjectId",
  "subjectName",
  "before",
  "after",
  "requestId",
  "id",
  "hash",
] as const satisfies (keyof AuditEntry)[];

/** The entries of a filter, newest first, page by page: as CSV or as one JSON document a line. None is left out. */
export async function* writeExport(ctx: Context, format: "csv" | "jsonl", filter: AuditFilter): AsyncGenerator<string> {
  if (format === "csv") yield csvRow(columns);
  for (let cursor: string | undefined; ; ) {
    const page = await listEntries.call(ctx, { ...filter, limit: 1000, ...(cursor === undefined ? {} : { cursor }) });
    yield page.items.map(format === "csv" ? csvOf : (entry) => `${JSON.stringify(entry)}\n`).join("");
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}

type Writer = { ending: string; type: string; write(ctx: Context, filter: AuditFilter): AsyncGenerator<string> };

/** How each form of export is named and written. */
export const exportWriters: Record<(typeof exportFormats)[number], Writer> = {
  csv: { ending: ".csv", type: "text/csv", write: (ctx, filter) => writeExport(ctx, "csv", filter) },
  jsonl: { ending: ".jsonl", type: "application/jsonl", write: (ctx, filter) => writeExport(ctx, "jsonl", filter) },
  chain: { ending: "-chain.jsonl", type: "application/jsonl", write: writeChainExport },
};

function csvOf(entry: AuditEntry): string {
  return csvRow(
    columns.map((column) => {
      const value = entry[column];
      return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
    }),
  );
}

/** The whole sealed chain as lines of JSON, from one moment, for `npm run verify-audit -- --file`. */
export async function* writeChainExport(ctx: Context): AsyncGenerator<string> {
  const { seal } = await listEntries.call(ctx, { limit: 1 });
  const head: ExportedChainHead = {
    format: "causeway audit chain 1",
    org: { id: ctx.org.id, slug: ctx.org.slug },
    exportedAt: new Date().toISOString(),
    seq: seal.seq,
  };
  yield `${JSON.stringify(head)}\n`;
  const pageSize = 1000;
  // Sealed entries never change, so that pages may be read one by one.
  for (let after = 0; after < seal.seq; after += pageSize) {
    const lines: string[] = [];
    await readTransaction(ctx, async (tx) => {
      const upTo = Math.min(after + pageSize, seal.seq);
      for await (const link of readChain(tx, ctx.org.id, { after, upTo })) lines.push(`${JSON.stringify(link)}\n`);
    });
    yield lines.join("");
  }
}
