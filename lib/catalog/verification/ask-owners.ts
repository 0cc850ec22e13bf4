import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { tenantTransaction } from "#db/transactions.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { dueAt, entitiesWithPeriod, readPeriods } from "#lib/catalog/verification/due-entities.ts";
import { eventsOf } from "#lib/kernel/events.ts";
import { defineJob } from "#lib/kernel/jobs/define-job.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";

const jobName = "verification.ask";
const askedAtOnce = 5000;
const dayMs = 86_400_000;

/** A kind with a period asks for a daily look at what is due; the first is right away. One job per organization, whatever the number of kinds. */
export async function scheduleAsking(tx: Transaction, orgId: string, definition: BlueprintDefinition): Promise<void> {
  if (definition.verificationDays !== null) await enqueueLook(tx, orgId);
}

function enqueueLook(tx: Transaction, orgId: string, runAt?: Date): Promise<void> {
  return enqueueJob(tx, jobName, {}, { jobKey: `${jobName} ${orgId}`, ...(runAt === undefined ? {} : { runAt }) });
}

/**
 * Announces what has become due, once for each due date; the next look is a day later, or at once while there is more. It ends when no
 * kind has a period any more.
 */
export const askOwners = defineJob({
  name: jobName,
  payload: z.object({}),
  run: ({ ctx }) =>
    tenantTransaction({ orgId: ctx.org.id }, async (tx) => {
      const periods = await readPeriods(tx, ctx.org.id);
      if (periods.length === 0) return;
      const rows = await tx.execute<{ id: string }>(sql`
        update entities x set verification_asked_at = now()
        from (
          select e.id from ${entitiesWithPeriod(ctx.org.id, periods)}
          where ${dueAt} <= now() and (e.verification_asked_at is null or e.verification_asked_at < ${dueAt})
          order by e.id limit ${askedAtOnce} for no key update of e) d
        where x.org_id = ${ctx.org.id}::uuid and x.id = d.id returning x.id`);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) {
        const { emit, flush } = eventsOf(ctx, tx);
        const payload = { count: ids.length };
        await emit({ topic: "entity.verification-due", subjectId: "*", payload, detail: { entityIds: ids } });
        await flush();
      }
      await enqueueLook(tx, ctx.org.id, ids.length === askedAtOnce ? undefined : new Date(Date.now() + dayMs));
    }),
});
