import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { NewEvent } from "#lib/kernel/events.ts";

type Scope = { orgId: string; tx: Transaction; emit(event: NewEvent): Promise<void> };

/** Tells the open pages of these people, and nobody else's, how much they have not read. */
export async function announceInbox({ orgId, tx, emit }: Scope, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const counts = await tx.execute<{ personId: string; unread: number }>(sql`
    select p.id as "personId", count(n.id)::integer as unread
    from unnest(${sql.param(personIds)}::uuid[]) as p(id)
    left join notifications n on n.org_id = ${orgId}::uuid and n.person_id = p.id and n.read_at is null and n.archived_at is null
    group by p.id`);
  for (const { personId, unread } of counts)
    await emit({ topic: "notification.changed", subjectId: personId, payload: { unread } });
}
