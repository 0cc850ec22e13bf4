import { startExport } from "#lib/audit/exports/start-export.ts";
import { writeChainExport, writeExport } from "#lib/audit/exports/write-export.ts";
import { answerCsv } from "#lib/web/answer-csv.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { requireOwnOrigin } from "#lib/web/require-own-origin.ts";
import { problemResponse } from "#lib/web/rest/answer-request.ts";

type Props = { params: Promise<{ org: string }> };

/** The entries of the audit page's filter, or the whole chain, as a file. It is written down, therefore no link can start it. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const ctx = await pageContext((await params).org);
  try {
    await requireOwnOrigin();
  } catch (error) {
    return problemResponse(error, ctx.requestId);
  }
  const given = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));
  const { format, ...filter } = { format: "", ...given };
  const started = await orNotFound(startExport.call(ctx, { ...filter, format: format as "csv" })).catch(
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "invalid")
        return problemResponse(error, ctx.requestId);
      throw error;
    },
  );
  if (started instanceof Response) return started;
  const day = new Date().toISOString().slice(0, 10);
  if (started.format === "csv") return answerCsv(`audit-${ctx.org.slug}-${day}.csv`, writeExport(ctx, "csv", filter));
  const isChain = started.format === "chain";
  const lines = isChain ? writeChainExport(ctx) : writeExport(ctx, "jsonl", filter);
  const answer = answerCsv(`audit-${isChain ? "chain-" : ""}${ctx.org.slug}-${day}.jsonl`, lines);
  answer.headers.set("content-type", "application/jsonl; charset=utf-8");
  return answer;
}
