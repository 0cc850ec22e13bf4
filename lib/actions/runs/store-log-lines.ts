import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { WaitingLine } from "#lib/actions/runs/run-log.ts";
import type { Context } from "#lib/kernel/context.ts";
import { writeOutbox } from "#lib/kernel/events.ts";

/** Stores lines of a run's log in order and tells live pages. The caller's transaction holds the run, so numbers have no gaps. */
export async function storeLogLines(
  ctx: Context,
  tx: Transaction,
  run: { id: string; number: number },
  lines: WaitingLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const [stored] = await tx.execute<{ lastLine: number }>(sql`
    with stored as (
      insert into run_log_lines (org_id, run_id, line, at, step_position, kind, text)
      select ${ctx.org.id}::uuid, ${run.id}::uuid, coalesce((select max(line) from run_log_lines where org_id = ${ctx.org.id}::uuid and run_id = ${run.id}::uuid), 0) + r.ordinality,
        (r.line->>'at')::timestamptz, (r.line->>'stepPosition')::smallint, r.line->>'kind', r.line->>'text'
      from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as r(line, ordinality)
      returning line)
    select max(line)::int as "lastLine" from stored`);
  await writeOutbox(ctx, tx, [
    { topic: "run.logged", subjectId: run.id, payload: { number: run.number, lastLine: stored?.lastLine ?? 0 } },
  ]);
}
