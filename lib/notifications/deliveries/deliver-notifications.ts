import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Context } from "#lib/kernel/context.ts";
import type { NewEvent } from "#lib/kernel/events.ts";
import { roleMay, roles } from "#lib/kernel/permissions.ts";
import { announceInbox } from "#lib/notifications/notifications/announce-inbox.ts";
import { type Kind, kindNames, kinds, type Notification } from "#lib/notifications/notifications/schema.ts";

export type Delivery = {
  personId: string;
  kind: Kind;
  /** What it is about: while it is open, the next one about the same takes its place. */
  subject: string;
  title: string;
  body: string;
  href: string;
  tone: Notification["tone"];
  needsAction: boolean;
};
export type DeliveryScope = { ctx: Context; tx: Transaction; emit(event: NewEvent): Promise<void> };

/** Puts notifications into inboxes: of members only, who may see the thing, and who want to hear of it. */
export async function deliverNotifications({ ctx, tx, emit }: DeliveryScope, deliveries: Delivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const seen = kindNames.flatMap((kind) =>
    roles.filter((role) => roleMay(role, kinds[kind].permission)).map((role) => ({ kind, role })),
  );
  const optional = kindNames.filter((kind) => kinds[kind].isOptional);
  const rows = deliveries.map((delivery) => ({ ...delivery, title: delivery.title.slice(0, 300) }));
  const delivered = await tx.execute<{ personId: string }>(sql`
    insert into notifications as n (org_id, person_id, kind, subject, title, body, href, tone, needs_action)
    select distinct on (r."personId", r.kind, r.subject) ${ctx.org.id}::uuid, r."personId", r.kind, r.subject, r.title, r.body, r.href, r.tone, r."needsAction"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("personId" uuid, kind text, subject text, title text, body text, href text, tone text, "needsAction" boolean)
    join memberships m on m.org_id = ${ctx.org.id}::uuid and m.person_id = r."personId"
    join jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as s(kind text, role text) on s.kind = r.kind and s.role = m.role
    left join notification_preferences p on p.org_id = m.org_id and p.person_id = m.person_id and p.kind = r.kind and p.kind = any(${sql.param(optional)}::text[])
    where coalesce(p.is_wanted, true)
    on conflict (org_id, person_id, kind, subject) where archived_at is null do update set title = excluded.title, body = excluded.body,
      href = excluded.href, tone = excluded.tone, needs_action = excluded.needs_action, at = now(), read_at = null, occurrences = n.occurrences + 1
    returning n.person_id as "personId"`);
  await announceInbox({ orgId: ctx.org.id, tx, emit }, [...new Set(delivered.map((row) => row.personId))]);
}
