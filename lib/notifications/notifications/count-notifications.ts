import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "#lib/kernel/operation.ts";
import { inboxOwner } from "#lib/notifications/notifications/inbox-owner.ts";

/** How many notifications the caller has not read: the number beside Inbox. */
export const countNotifications = query({
  name: "notification.count",
  permission: "notification:read",
  route: { method: "GET", path: "/notifications/count", summary: "Count your unread notifications" },
  input: z.strictObject({}),
  output: z.object({ unread: z.number().int() }),
  async run({ ctx, tx }) {
    const [row] = await tx.execute<{ unread: number }>(sql`
      select count(*)::integer as unread from notifications
      where org_id = ${ctx.org.id}::uuid and person_id = ${inboxOwner(ctx)}::uuid and read_at is null and archived_at is null`);
    return { unread: row?.unread ?? 0 };
  },
});
