import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { type AuditHead, writeAnchors } from "#lib/audit/anchors/write-anchors.ts";
import { log } from "#lib/kernel/log.ts";

const sealEveryMs = 2_000;
const batch = 1_000;
const anchorEveryMs = 60 * 60 * 1_000;

/**
 * Seals what was written to the audit logs until `signal` is aborted, and writes down every hour how far. Workers take turns by a lock
 * in the database; a failure is repeated at the next turn.
 */
export async function sealAudit(
  pool: pg.Pool,
  anchors: { path: string; secret: string } | undefined,
  signal: AbortSignal,
): Promise<void> {
  let anchoredAt = 0;
  while (!signal.aborted) {
    try {
      await sealWaiting(pool, signal);
      if (anchors !== undefined && Date.now() - anchoredAt >= anchorEveryMs) {
        const { rows } = await pool.query<AuditHead>("select * from audit_heads()");
        await writeAnchors(rows, anchors);
        anchoredAt = Date.now();
      }
    } catch (error) {
      if (!signal.aborted)
        log().warn({ event: "audit.seal", err: error }, "The audit log could not be sealed; it is tried again");
    }
    await sleep(sealEveryMs, undefined, { signal }).catch(() => undefined);
  }
}

async function sealWaiting(pool: pg.Pool, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { rows } = await pool.query<{ sealed: number }>("select seal_audit_entries($1) as sealed", [batch]);
    if ((rows[0]?.sealed ?? 0) < batch) return;
  }
}
