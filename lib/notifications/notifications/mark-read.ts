import { sql } from "drizzle-orm";
import { z } from "zod";
import { command } from "#lib/kernel/operation.ts";
import { announceInbox } from "#lib/notifications/notifications/announce-inbox.ts";
import { inboxOwner } from "#lib/notifications/notifications/inbox-owner.ts";
import { inboxRecord } from "#lib/notifications/notifications/inbox-record.ts";
import { NotificationIds } from "#lib/notifications/notifications/schema.ts";

/** Marks notifications of the caller as read, or as not read. Those of others are not touched and not told apart from none. */
export const markRead = command({
  name: "notification.mark-read",
  permission: "notification:write",
  route: { method: "POST", path: "/notifications/read", summary: "Mark notifications as read or unread" },
  input: z.strictObject({ ids: NotificationIds, isRead: z.boolean().default(true) }),
  output: z.object({ changed: z.number().int() }),
  async run({ ctx, tx, input, audit, emit }) {
    const personId = inboxOwner(ctx);
    const rows = await tx.execute(sql`
      update notifications set read_at = ${input.isRead ? sql`now()` : sql`null`}
      where org_id = ${ctx.org.id}::uuid and person_id = ${personId}::uuid and id = any(${sql.param(input.ids)}::uuid[])
        and (read_at is null) = ${input.isRead} returning id`);
    audit(inboxRecord(ctx, { [input.isRead ? "read" : "unread"]: rows.length }));
    await announceInbox({ orgId: ctx.org.id, tx, emit }, [personId]);
    return { changed: rows.length };
  },
});
