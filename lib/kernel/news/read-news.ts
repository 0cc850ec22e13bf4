import { sql } from "drizzle-orm";
import { tenantTransaction } from "#db/transactions.ts";

export type LiveEvent = { topic: string; subjectId: string; payload: Record<string, unknown> };

/** What happened since a cursor. `hasMissed`: more than can be told one by one; whoever hears it reads everything again. */
export type News = { cursor: string; events: LiveEvent[]; hasMissed: boolean };

const eventsAtMost = 500;
// Events are kept for two days; a cursor that is older than one cannot know what it missed.
const cursorLivesSeconds = 24 * 60 * 60;
const cursorForm = /^(\d{1,19}:\d{1,19}:[\d,]{0,8000})@(\d{10})$/;

/**
 * Reads the events of an organization that were committed after a cursor was taken, and the next cursor.
 *
 * A cursor is a database snapshot: which transactions were finished at that moment. An event's number would not do, since numbers are
 * given before commits and a lower one can appear after a higher one; a snapshot tells exactly what its holder cannot have seen.
 */
export async function readNews(orgId: string, cursor: string | null): Promise<News> {
  const [, snapshot, takenAt] = cursorForm.exec(cursor ?? "") ?? [];
  if (snapshot === undefined) return { ...(await readSince(orgId, null)), hasMissed: cursor !== null };
  try {
    const isOld = Date.now() / 1000 - Number(takenAt) > cursorLivesSeconds;
    return isOld ? { ...(await readSince(orgId, null)), hasMissed: true } : await readSince(orgId, snapshot);
  } catch (error) {
    // A cursor that nobody was given: its holder starts again.
    if (codeOf(error) === "22P02") return { ...(await readSince(orgId, null)), hasMissed: true };
    throw error;
  }
}

async function readSince(orgId: string, snapshot: string | null): Promise<News> {
  const [row] = await tenantTransaction(
    { orgId },
    (tx) =>
      tx.execute<{ cursor: string; events: LiveEvent[] | null; isFromElsewhere: boolean }>(sql`
        with since as materialized (select ${snapshot}::text::pg_snapshot as snapshot)
        select pg_current_snapshot()::text || '@' || floor(extract(epoch from now()))::bigint as cursor,
          coalesce(pg_snapshot_xmax(since.snapshot) > pg_snapshot_xmax(pg_current_snapshot()), false) as "isFromElsewhere",
          (select json_agg(json_build_object('topic', e.topic, 'subjectId', e.subject_id, 'payload', e.payload) order by e.id) from (
            select o.id, o.topic, o.subject_id, o.payload from outbox_events o
            where o.org_id = ${orgId}::uuid and o.transaction_id >= pg_snapshot_xmin(since.snapshot)
              and not pg_visible_in_snapshot(o.transaction_id, since.snapshot)
              and pg_visible_in_snapshot(o.transaction_id, pg_current_snapshot())
            order by o.id limit ${eventsAtMost + 1}) e) as events
        from since`),
    { readOnly: true },
  );
  const events = row?.events ?? [];
  // A cursor of another database (a backup was read back) tells nothing about this one.
  const hasMissed = events.length > eventsAtMost || row?.isFromElsewhere === true;
  return { cursor: row?.cursor ?? "", events: hasMissed ? [] : events, hasMissed };
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
}
