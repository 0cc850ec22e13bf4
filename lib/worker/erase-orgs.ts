import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { repositoriesPath } from "#lib/actions/repositories/repository-path.ts";
import { type AuditHead, writeAnchors } from "#lib/audit/anchors/write-anchors.ts";
import { log } from "#lib/kernel/log.ts";

const lookEveryMs = 60_000;
const batch = 5_000;

/** Where it is written down how far audit logs are sealed, and what signs it. */
export type Anchors = { path: string; secret: string };

/** Erases organizations whose time to be brought back is over, until `signal` is aborted. A failure is repeated at the next turn. */
export async function eraseOrgs(pool: pg.Pool, anchors: Anchors | undefined, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await eraseDueOrgs(pool, anchors, signal).catch((error: unknown) => {
      if (!signal.aborted) log().error({ event: "org.erase", err: error }, "An organization could not be erased yet");
    });
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Erases what is due: files first, then jobs and rows, the organization's own row last, so that whatever interrupts it is found again. Two
 * workers may do it at once. What stays is the end of its audit log's chain, written down outside the database.
 * @returns the ids of the organizations that are gone
 */
export async function eraseDueOrgs(
  pool: pg.Pool,
  anchors: Anchors | undefined,
  signal?: AbortSignal,
): Promise<string[]> {
  const { rows: due } = await pool.query<AuditHead>("select * from orgs_to_erase()");
  const gone: string[] = [];
  for (const org of due) {
    if (anchors !== undefined) await writeAnchors([org], { ...anchors, kind: "erasure" });
    await rm(repositoriesPath(org.org_id), { recursive: true, force: true, maxRetries: 3 });
    await pool.query("delete from graphile_worker._private_jobs where payload ->> 'orgId' = $1 and locked_at is null", [
      org.org_id,
    ]);
    let total = 0;
    for (let erased = 1; erased > 0; total += erased) {
      if (signal?.aborted) return gone;
      const { rows } = await pool.query<{ erased: number }>("select erase_org_rows($1, $2) as erased", [
        org.org_id,
        batch,
      ]);
      erased = rows[0]?.erased ?? 0;
    }
    gone.push(org.org_id);
    log().info({ event: "org.erased", orgId: org.org_id, rows: total });
  }
  return gone;
}
