import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { buildFilter, type EntityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { isNarrow } from "#lib/catalog/entities/lists/narrow-query.ts";
import type { CountRow } from "#lib/catalog/entities/lists/statements-of-counts.ts";

type Counted = { rows: CountRow[]; snapshot: string; at: number };

const counted = new Map<string, Counted>();
const mostCounted = 200;
// Relations begin and end with time.
const longestMs = 60_000;

/** Under which name counts are kept; null for a filter that may match others although nothing of the catalog was written. */
export function nameOfCounts(orgId: string, filter: EntityFilter): string | null {
  return isNarrow(buildFilter(filter)) ? `${orgId} ${JSON.stringify(filter)}` : null;
}

/** Keeps what was counted in `snapshot`, for the pages that are turned next. */
export function keepCounts(name: string, rows: CountRow[], snapshot: string): void {
  counted.delete(name);
  counted.set(name, { rows, snapshot, at: performance.now() });
  const [oldest] = counted.keys();
  if (counted.size > mostCounted && oldest !== undefined) counted.delete(oldest);
}

/**
 * What was counted for an earlier page of the same list, or null when that was long ago or anything happened in the organization since:
 * every write to the catalog leaves an event in its own transaction, and one that the counting did not see is news.
 */
export async function recallCounts(tx: Transaction, orgId: string, name: string): Promise<CountRow[] | null> {
  const found = counted.get(name);
  if (found === undefined || performance.now() - found.at > longestMs) return null;
  const snapshot = sql`${found.snapshot}::pg_snapshot`;
  const [row] = await tx.execute<{ isNews: boolean }>(sql`
    select exists (select from outbox_events o where o.org_id = ${orgId}::uuid and o.transaction_id >= pg_snapshot_xmin(${snapshot})
      and not pg_visible_in_snapshot(o.transaction_id, ${snapshot})) as "isNews"`);
  return row?.isNews === false ? found.rows : null;
}
