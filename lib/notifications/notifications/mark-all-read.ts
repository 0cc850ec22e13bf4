import { sql } from "drizzle-orm";
import { z } from "zod";
import { command } from "#lib/kernel/operation.ts";
import { announceInbox } from "#lib/notifications/notifications/announce-inbox.ts";
import { inboxOwner } from "#lib/notifications/notifications/inbox-owner.ts";
import { inboxRecord } from "#lib/notifications/notifications/inbox-record.ts";

/** Marks everything in the caller's inbox as read. */
export const markAllRead = command({
  name: "notification.mark-all-read",
  permission: "notification:write",
  route: { method: "POST", path: "/notifications/all-read", summary: "Mark all your notifications as read" },
  input: z.strictObject({}),
  output: z.object({ ids: z.array(z.string()) }),
  async run({ ctx, tx, audit, emit }) {
    const personId = inboxOwner(ctx);
    const rows = await tx.execute<{ id: string }>(sql`
      update notifications set read_at = now()
      where org_id = ${ctx.org.id}::uuid and person_id = ${personId}::uuid and read_at is null and archived_at is null returning id`);
    audit(inboxRecord(ctx, { read: rows.length }));
    await announceInbox({ orgId: ctx.org.id, tx, emit }, [personId]);
    return { ids: rows.map((row) => row.id) };
  },
});
