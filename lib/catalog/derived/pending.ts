import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";

export const deriveJobName = "derived.work-out";

/** What is derived of these entities is not current from a level on, until the worker has been there. */
export async function markPending(tx: Transaction, orgId: string, level: number, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    insert into derived_pending (org_id, entity_id, level)
    select ${orgId}::uuid, i.id, ${level} from (select distinct unnest(${sql.param(ids)}::uuid[]) as id) i
    where not exists (select 1 from derived_pending p where p.org_id = ${orgId}::uuid and p.entity_id = i.id and p.level <= ${level})`);
}

/** Asks the worker to work out what is pending; one waiting job per organization is enough. */
export function enqueueDeriving(tx: Transaction, orgId: string, runAt?: Date): Promise<void> {
  return enqueueJob(
    tx,
    deriveJobName,
    {},
    { jobKey: `${deriveJobName} ${orgId}`, ...(runAt === undefined ? {} : { runAt }) },
  );
}

/** The lowest level at which something is pending; 0 while a kind is worked out anew, Infinity when everything is current. */
export async function lowestPending(tx: Transaction, orgId: string): Promise<number> {
  const [row] = await tx.execute<{ level: number | null }>(sql`
    select case when exists (select 1 from derived_recomputations c where c.org_id = ${orgId}::uuid) then 0
      else (select min(p.level) from derived_pending p where p.org_id = ${orgId}::uuid) end as level`);
  return row?.level ?? Number.POSITIVE_INFINITY;
}

/**
 * Held from before it is looked at what has to be derived until the transaction ends. Two that write at the same moment could each not see
 * what the other wrote, and both derive from half of it. Only organizations that derive something pay for this.
 */
export async function lockDeriving(tx: Transaction, orgId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`derived ${orgId}`}, 0))`);
}

/** Locks entities without waiting for anybody: whoever holds one may be waiting for us. @returns those that are ours now */
export async function lockEntities(tx: Transaction, orgId: string, ids: string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select e.id from entities e where e.org_id = ${orgId}::uuid and e.id = any(${sql.param(ids)}::uuid[])
    order by e.id for no key update skip locked`);
  return new Set(rows.map(({ id }) => id));
}
