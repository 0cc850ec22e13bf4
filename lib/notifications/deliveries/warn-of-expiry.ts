import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { eventsOf, type InlineSubscriber } from "#lib/kernel/events.ts";
import { defineJob } from "#lib/kernel/jobs/define-job.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";
import { deliverNotifications } from "#lib/notifications/deliveries/deliver-notifications.ts";

const warnDays = 7;

type Key = { id: string; name: string; personId: string; expiresAt: string };

/** A new key asks for its warning right away: a job that waits until a week before the key ends. */
export const scheduleWarning: InlineSubscriber = {
  topic: "key.created",
  name: "notifications.schedule-warning",
  async run({ ctx, tx, events }) {
    for (const { subjectId } of events) {
      const [key] = await tx.execute<{ warnAt: string }>(sql`
        select ${iso(sql`(expires_at - make_interval(days => ${warnDays}))`)} as "warnAt" from api_keys
        where org_id = ${ctx.org.id}::uuid and id = ${subjectId}::uuid and expires_at > now() + make_interval(days => ${warnDays})`);
      if (key === undefined) continue;
      const options = { jobKey: `key.warn ${subjectId}`, runAt: new Date(key.warnAt) };
      await enqueueJob(tx, "key.warn", { keyId: subjectId }, options);
    }
  },
};

/** Tells who made a key that it ends soon. A key that was revoked meanwhile needs no word. */
export const warnOfExpiry = defineJob({
  name: "key.warn",
  payload: z.object({ keyId: z.uuid() }),
  run: ({ ctx, payload }) =>
    tenantTransaction({ orgId: ctx.org.id }, async (tx) => {
      const [key] = await tx.execute<Key>(sql`
        select id, name, created_by as "personId", ${iso(sql`expires_at`)} as "expiresAt" from api_keys
        where org_id = ${ctx.org.id}::uuid and id = ${payload.keyId}::uuid and revoked_at is null and expires_at > now()`);
      if (key === undefined) return;
      const { emit, flush } = eventsOf(ctx, tx);
      await deliverNotifications({ ctx, tx, emit }, [
        {
          personId: key.personId,
          kind: "key.expiring",
          subject: key.id,
          title: `The key ${key.name} expires on ${key.expiresAt.slice(0, 10)}`,
          body: "What uses it is refused from then on. Make a new one and put it in its place.",
          href: "/settings/keys",
          tone: "warn",
          needsAction: true,
        },
      ]);
      await flush();
    }),
});
