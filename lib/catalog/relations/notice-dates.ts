import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { announceChanges } from "#lib/catalog/entities/history/record-changes.ts";
import { eventsOf } from "#lib/kernel/events.ts";
import { defineJob } from "#lib/kernel/jobs/define-job.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";

const jobName = "relation.notice-dates";
// A write that took this long may have judged a date by the moment at which it began.
const overlap = sql`interval '5 minutes'`;
const longestWait = sql`interval '30 days'`;

type Dated = { since?: string | undefined; until?: string | undefined };

/** Asks for a look at the dates of relations when one of those written begins or ends later: the look knows when the next one is due. */
export async function scheduleLook(tx: Transaction, relations: Dated[]): Promise<void> {
  const now = new Date().toISOString();
  const isLater = (moment: string | undefined) => moment !== undefined && moment > now;
  if (relations.some(({ since, until }) => isLater(since) || isLater(until)))
    await enqueueJob(tx, jobName, {}, { jobKey: jobName });
}

/**
 * Announces both ends of every relation that began or ended since the last look, so that what is derived from them, and their scores, are
 * worked out as after a change; and asks for the next look at the next date that is to come. One look at a time per organization.
 */
export const noticeDates = defineJob({
  name: jobName,
  payload: z.object({}),
  run: ({ ctx }) =>
    tenantTransaction({ orgId: ctx.org.id }, async (tx) => {
      const org = sql`${ctx.org.id}::uuid`;
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${jobName} ${ctx.org.id}`}, 0))`);
      const from = sql`(select coalesce(max(l.looked_at) - ${overlap}, '-infinity') from relation_date_looks l where l.org_id = ${org})`;
      const rows = await tx.execute<{ id: string }>(sql`
        select distinct x.id from (
          select r.from_id, r.to_id from relations r where r.org_id = ${org} and r.since > ${from} and r.since <= now()
          union all
          select r.from_id, r.to_id from relations r where r.org_id = ${org} and r.until > ${from} and r.until <= now()) r
        cross join lateral (values (r.from_id), (r.to_id)) as x(id) where x.id is not null`);
      await tx.execute(sql`
        insert into relation_date_looks (org_id, looked_at) values (${org}, now())
        on conflict (org_id) do update set looked_at = excluded.looked_at`);
      if (rows.length > 0) {
        const { emit, flush } = eventsOf(ctx, tx);
        await announceChanges(
          { emit },
          [...rows].map(({ id }) => id),
        );
        await flush();
      }
      const [next] = await tx.execute<{ at: string | null }>(sql`
        select ${iso(sql`least(n.at, now() + ${longestWait})`)} as at from (select least(
          (select min(r.since) from relations r where r.org_id = ${org} and r.since > now()),
          (select min(r.until) from relations r where r.org_id = ${org} and r.until > now())) as at) n where n.at is not null`);
      // Under a key of its own: a look that somebody asks for meanwhile is not put off by it.
      if (next?.at) await enqueueJob(tx, jobName, {}, { jobKey: `${jobName} next`, runAt: new Date(next.at) });
    }),
});
