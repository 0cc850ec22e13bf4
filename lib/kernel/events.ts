import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { outboxEvents } from "#db/schema/kernel.ts";
import type { Context } from "#lib/kernel/context.ts";

/**
 * Something that happened, named `noun.past`: `entity.changed`, `run.finished`. `payload` is stored and sent to live pages;
 * `detail` is for subscribers inside the transaction only and may be large.
 */
export type NewEvent = { topic: string; subjectId: string; payload?: Record<string, unknown>; detail?: unknown };

/**
 * Runs inside the transaction that the event belongs to, once per transaction, with all its events of one topic. What it emits itself
 * reaches the subscribers that stand after it in the list.
 */
export type InlineSubscriber = {
  topic: string;
  name: string;
  run(scope: {
    ctx: Context;
    tx: Transaction;
    events: NewEvent[];
    emit(event: NewEvent): Promise<void>;
  }): Promise<void>;
};

declare global {
  var causewaySubscribers: InlineSubscriber[] | undefined;
}

/** Hands the subscribers to the kernel, which otherwise knows none of them. Called once, by whoever starts a process. */
export function registerSubscribers(subscribers: InlineSubscriber[]): void {
  globalThis.causewaySubscribers = subscribers;
}

/**
 * Collects the events of one transaction. `flush` runs the inline subscribers, writes the outbox rows in one statement and tells
 * listeners which organization has news (once per transaction: the notification carries no content, only where to look).
 */
export function eventsOf(
  ctx: Context,
  tx: Transaction,
): { emit(event: NewEvent): Promise<void>; flush(): Promise<void> } {
  const events: NewEvent[] = [];
  const emit = async (event: NewEvent) => void events.push(event);
  return {
    emit,
    async flush() {
      const subscribers = globalThis.causewaySubscribers;
      if (subscribers === undefined)
        throw new Error("Subscribers were not registered; call registerSubscribers() at start");
      for (const subscriber of subscribers) {
        const matching = events.filter((event) => event.topic === subscriber.topic);
        if (matching.length > 0) await subscriber.run({ ctx, tx, events: matching, emit });
      }
      if (events.length > 0) await writeOutbox(ctx, tx, events);
    },
  };
}

/** Writes events of work that is not a command, such as the progress of a run. */
export async function writeOutbox(ctx: { org: { id: string } }, tx: Transaction, events: NewEvent[]): Promise<void> {
  const rows = JSON.stringify(
    events.map((event) => ({ topic: event.topic, subject: event.subjectId, payload: event.payload ?? {} })),
  );
  await tx.execute(sql`
    with written as (
      insert into ${outboxEvents} (org_id, topic, subject_id, payload)
      select ${ctx.org.id}::uuid, r.topic, r.subject, r.payload from jsonb_to_recordset(${rows}::jsonb) as r(topic text, subject text, payload jsonb)
      returning 1)
    select pg_notify('causeway', json_build_object('org', ${ctx.org.id}::text, 'transaction', pg_current_xact_id()::text)::text) from (select count(*) from written) w`);
}
