import { startExport } from "#lib/audit/exports/start-export.ts";
import { exportWriters } from "#lib/audit/exports/write-export.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { answerFile } from "#lib/web/answer-file.ts";
import { orNotFound, pageContext } from "#lib/web/page-context.ts";
import { requireOwnOrigin } from "#lib/web/require-own-origin.ts";
import { problemResponse } from "#lib/web/rest/answer-request.ts";

type Props = { params: Promise<{ org: string }> };

/**
 * The entries of the audit page's filter, or the whole chain, as a file. It is written down, therefore no link can start it. Not below the
 * pages: nothing is posted to those but mutations.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const ctx = await pageContext((await params).org);
  try {
    await requireOwnOrigin();
    const given = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));
    const { format, ...filter } = { format: "", ...given };
    const started = await orNotFound(startExport.call(ctx, { ...filter, format: format as "csv" }));
    const { ending, type, write } = exportWriters[started.format];
    const day = new Date().toISOString().slice(0, 10);
    return answerFile(`audit-${ctx.org.slug}-${day}${ending}`, write(ctx, filter), type);
  } catch (error) {
    if (error instanceof AppError) return problemResponse(error, ctx.requestId);
    throw error;
  }
}
