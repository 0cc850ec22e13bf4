import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { eventsOf } from "#lib/kernel/events.ts";
import { defineJob } from "#lib/kernel/jobs/define-job.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";
import { announceDrops } from "#lib/scorecards/evaluation/announce-drops.ts";
import { evaluateScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { readDefinitions } from "#lib/scorecards/evaluation/read-definitions.ts";

const jobName = "scorecard.evaluate-by-time";
const tenMinutesMs = 600_000;
/** A look takes at most this part of the time, however large the catalog. */
const shareOfTime = 20;

/** Has rules about time looked at again and again; the next look replaces one that waits. One job per organization. */
export function scheduleByTime(tx: Transaction, orgId: string, runAt: Date): Promise<void> {
  return enqueueJob(tx, jobName, {}, { jobKey: `${jobName} ${orgId}`, runAt });
}

/** When what was evaluated just now is evaluated again. */
export function nextLook(tookMs = 0): Date {
  return new Date(Date.now() + Math.max(tenMinutesMs, tookMs * shareOfTime));
}

/**
 * Evaluates the scorecards whose results change when nothing but time passes, and schedules the next look in the same transaction: a
 * worker that ends in the middle leaves the job on the queue. It ends when no scorecard has such a rule any more.
 */
export const evaluateByTime = defineJob({
  name: jobName,
  payload: z.object({}),
  run: ({ ctx }) =>
    tenantTransaction({ orgId: ctx.org.id }, async (tx) => {
      const began = performance.now();
      if (!(await readDefinitions(tx, ctx.org.id)).some(({ time }) => time)) return;
      const changes = await evaluateScorecards({ orgId: ctx.org.id, tx }, { byTime: true });
      if (changes.length > 0) {
        const { emit, flush } = eventsOf(ctx, tx);
        await announceDrops({ orgId: ctx.org.id, tx, emit }, changes);
        await emit({ topic: "scorecard.reevaluated", subjectId: "*", payload: { count: changes.length } });
        await flush();
      }
      await scheduleByTime(tx, ctx.org.id, nextLook(performance.now() - began));
    }),
});
