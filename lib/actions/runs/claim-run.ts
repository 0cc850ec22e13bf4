import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import { tenantTransaction } from "#db/transactions.ts";
import type { RunningRun } from "#lib/actions/runs/backend.ts";
import type { Context } from "#lib/kernel/context.ts";

/** Another attempt has taken over, or the run has ended: this attempt must not write anything any more. */
export class SupersededError extends Error {}

export type ClaimedRun = RunningRun & { backendKind: string; lastError: string | null };
type Row = Omit<ClaimedRun, "createdAt" | "action"> & {
  createdAt: string;
  actionIdentifier: string;
  actionTitle: string;
};

/**
 * Makes a new attempt the current one, or answers null when there is nothing to do. An attempt that finds the run still held knows that
 * the one before did not end in order: its worker was killed or failed.
 */
export async function claimRun(ctx: Context, runId: string): Promise<ClaimedRun | null> {
  const [row] = await tenantTransaction({ orgId: ctx.org.id }, (tx) =>
    tx.execute<Row>(sql`
      update runs r set attempt = r.attempt + 1, crash_count = r.crash_count + r.is_held::int, is_held = true, status = 'running',
        started_at = coalesce(r.started_at, clock_timestamp())
      from actions a
      where r.org_id = ${ctx.org.id}::uuid and r.id = ${runId}::uuid and r.status in ('queued', 'running') and a.org_id = r.org_id and a.id = r.action_id
      returning r.id, r.number, r.title, r.attempt, r.crash_count as "crashCount", r.inputs, r.started_by_name as "startedByName",
        ${iso(sql`r.created_at`)} as "createdAt", a.identifier as "actionIdentifier", a.title as "actionTitle", a.backend->>'kind' as "backendKind",
        r.error as "lastError"`),
  );
  if (row === undefined) return null;
  const { actionIdentifier, actionTitle, ...run } = row;
  return { ...run, createdAt: new Date(row.createdAt), action: { identifier: actionIdentifier, title: actionTitle } };
}

/** Runs `work` in a transaction that holds the run and commits only while `run.attempt` is current: the fence before every effect. */
export function fencedTransaction<T>(
  ctx: Context,
  run: { id: string; attempt: number },
  work: (tx: Transaction, state: { isCancelRequested: boolean }) => Promise<T>,
): Promise<T> {
  return tenantTransaction({ orgId: ctx.org.id }, async (tx) => {
    const [held] = await tx.execute<{ isCancelRequested: boolean }>(sql`
      select is_cancel_requested as "isCancelRequested" from runs
      where org_id = ${ctx.org.id}::uuid and id = ${run.id}::uuid and attempt = ${run.attempt} and status = 'running' for no key update`);
    if (held === undefined)
      throw new SupersededError(`Attempt ${run.attempt} of run ${run.id} is no longer the current one`);
    return work(tx, held);
  });
}

/** Ends an attempt in order without ending the run: the next one is not counted as following a crash. */
export async function releaseRun(ctx: Context, run: { id: string; attempt: number }): Promise<void> {
  await fencedTransaction(ctx, run, (tx) =>
    tx.execute(sql`update runs set is_held = false where org_id = ${ctx.org.id}::uuid and id = ${run.id}::uuid`),
  );
}
