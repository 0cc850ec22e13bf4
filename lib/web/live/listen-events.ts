import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { tenantTransaction } from "#db/transactions.ts";
import { settings } from "#lib/kernel/env.ts";
import { log } from "#lib/kernel/log.ts";

export type LiveEvent = { id: number; topic: string; subjectId: string; payload: Record<string, unknown> };
type Listener = (event: LiveEvent) => void;
type Hub = { listeners: Map<string, Set<Listener>>; connection: Sql | undefined };

declare global {
  var causewayLiveHub: Hub | undefined;
}

/**
 * Calls `listener` for every event of an organization that is committed from now on. One database connection listens for all streams of
 * the process; a notification says only which organization and transaction, the rows are then read under row-level security.
 * @returns a function that stops it
 */
export function listenEvents(orgId: string, listener: Listener): () => void {
  const hub = startHub();
  const ofOrg = hub.listeners.get(orgId) ?? new Set();
  hub.listeners.set(orgId, ofOrg.add(listener));
  return () => {
    ofOrg.delete(listener);
    if (ofOrg.size === 0) hub.listeners.delete(orgId);
  };
}

/** Events since a cursor, for a stream that was interrupted. Some before it come again: identities are given before commits. */
export function eventsSince(orgId: string, cursor: number): Promise<LiveEvent[]> {
  return tenantTransaction(
    { orgId },
    async (tx) =>
      [
        ...(await tx.execute<LiveEvent>(sql`
        select id::float8 as id, topic, subject_id as "subjectId", payload from outbox_events
        where org_id = ${orgId}::uuid and id > ${cursor - 100} order by id desc limit 200`)),
      ].reverse(),
    { readOnly: true },
  );
}

function startHub(): Hub {
  if (globalThis.causewayLiveHub !== undefined) return globalThis.causewayLiveHub;
  const hub: Hub = { listeners: new Map(), connection: undefined };
  globalThis.causewayLiveHub = hub;
  const url = settings().CAUSEWAY_APP_DATABASE_URL ?? "";
  hub.connection = postgres(url, {
    max: 1,
    idle_timeout: 0,
    onnotice: () => {},
    connection: { application_name: "causeway live" },
  });
  // The driver reconnects and listens again by itself.
  hub.connection
    .listen("causeway", (text) => void deliver(hub, text))
    .catch((error) => log().error({ event: "live", err: error }));
  return hub;
}

async function deliver(hub: Hub, text: string): Promise<void> {
  try {
    const { org, transaction } = JSON.parse(text) as { org: string; transaction: string };
    const listeners = hub.listeners.get(org);
    if (listeners === undefined) return;
    const events = await tenantTransaction(
      { orgId: org },
      (tx) =>
        tx.execute<LiveEvent>(sql`
          select id::float8 as id, topic, subject_id as "subjectId", payload from outbox_events
          where org_id = ${org}::uuid and transaction_id = ${transaction}::xid8 order by id limit 500`),
      { readOnly: true },
    );
    for (const event of events) for (const listener of listeners) listener(event);
  } catch (error) {
    log().error({ event: "live", err: error });
  }
}

/** Closes the listening connection. */
export async function stopListening(): Promise<void> {
  const hub = globalThis.causewayLiveHub;
  globalThis.causewayLiveHub = undefined;
  await hub?.connection?.end({ timeout: 1 });
}
