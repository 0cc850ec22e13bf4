import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { InlineSubscriber } from "#lib/kernel/events.ts";
import { type Delivery, deliverNotifications } from "#lib/notifications/deliveries/deliver-notifications.ts";

type Ended = {
  number: number;
  title: string;
  status: "succeeded" | "failed" | "cancelled";
  error: string | null;
  startedByKind: string;
  startedById: string | null;
};

/** A run that has ended, told to who started it; one that a key started, to who made the key. */
export const tellOfRuns: InlineSubscriber = {
  topic: "run.updated",
  name: "notifications.tell-of-runs",
  async run({ ctx, tx, events, emit }) {
    const deliveries: Delivery[] = [];
    for (const event of events) {
      const run = (event.detail as { ended?: Ended } | undefined)?.ended;
      if (run === undefined) continue;
      const personId = await personOf(tx, ctx.org.id, run.startedByKind, run.startedById);
      if (personId === null) continue;
      const failed = run.status === "failed";
      deliveries.push({
        personId,
        kind: failed ? "run.failed" : "run.ended",
        subject: event.subjectId,
        title: `${run.title} ${run.status === "succeeded" ? "succeeded" : failed ? "failed" : "was cancelled"}`,
        body: `Run #${run.number}${run.error === null ? "" : ` · ${run.error}`}`,
        href: `/runs/${run.number}`,
        tone: failed ? "bad" : run.status === "succeeded" ? "ok" : "neutral",
        needsAction: failed,
      });
    }
    await deliverNotifications({ ctx, tx, emit }, deliveries);
  },
};

/** The person behind an actor. */
export async function personOf(
  tx: Transaction,
  orgId: string,
  kind: string,
  id: string | null,
): Promise<string | null> {
  if (kind === "user") return id;
  if (kind !== "key" || id === null) return null;
  const [key] = await tx.execute<{ personId: string }>(
    sql`select created_by as "personId" from api_keys where org_id = ${orgId}::uuid and id = ${id}::uuid`,
  );
  return key?.personId ?? null;
}
