import { sql } from "drizzle-orm";
import { z } from "zod";
import { command } from "#lib/kernel/operation.ts";
import { announceInbox } from "#lib/notifications/notifications/announce-inbox.ts";
import { inboxOwner } from "#lib/notifications/notifications/inbox-owner.ts";
import { inboxRecord } from "#lib/notifications/notifications/inbox-record.ts";
import { NotificationIds } from "#lib/notifications/notifications/schema.ts";

/**
 * Puts notifications of the caller away, or back. One that came again meanwhile stays away: the newer one about the same thing is in the
 * inbox already.
 */
export const archiveNotifications = command({
  name: "notification.archive",
  permission: "notification:write",
  route: { method: "POST", path: "/notifications/archived", summary: "Archive notifications, or take them back" },
  input: z.strictObject({ ids: NotificationIds, isArchived: z.boolean().default(true) }),
  output: z.object({ changed: z.number().int() }),
  async run({ ctx, tx, input, audit, emit }) {
    const personId = inboxOwner(ctx);
    const own = sql`n.org_id = ${ctx.org.id}::uuid and n.person_id = ${personId}::uuid and n.id = any(${sql.param(input.ids)}::uuid[])`;
    const rows = input.isArchived
      ? await tx.execute(
          sql`update notifications n set archived_at = now() where ${own} and n.archived_at is null returning n.id`,
        )
      : await tx.execute(sql`
          update notifications n set archived_at = null where ${own} and n.archived_at is not null
            and n.id in (select distinct on (n.kind, n.subject) n.id from notifications n where ${own} order by n.kind, n.subject, n.at desc)
            and not exists (select 1 from notifications o where o.org_id = n.org_id and o.person_id = n.person_id and o.kind = n.kind
              and o.subject = n.subject and o.archived_at is null) returning n.id`);
    audit(inboxRecord(ctx, { [input.isArchived ? "archived" : "takenBack"]: rows.length }));
    await announceInbox({ orgId: ctx.org.id, tx, emit }, [personId]);
    return { changed: rows.length };
  },
});
