import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";
import { inboxOwner } from "#lib/notifications/notifications/inbox-owner.ts";
import { Notification, shows } from "#lib/notifications/notifications/schema.ts";

const conditions = {
  inbox: sql`n.archived_at is null`,
  unread: sql`n.archived_at is null and n.read_at is null`,
  archived: sql`n.archived_at is not null`,
  waiting: sql`n.archived_at is null and n.read_at is null and n.needs_action`,
};

/** The caller's own inbox, newest first. `nextCursor` is the id to go on after. */
export const listNotifications = query({
  name: "notification.list",
  permission: "notification:read",
  route: { method: "GET", path: "/notifications", summary: "List your notifications, newest first" },
  input: z.strictObject({
    show: z
      .enum([...shows, "waiting"])
      .default("inbox")
      .describe("waiting: not read, and somebody has to do something"),
    cursor: z.uuid("Use the nextCursor of an answer").optional(),
    limit: z.coerce.number().int().min(1).max(100, "Ask for at most 100 at once").default(50),
  }),
  output: z.object({ items: z.array(Notification), nextCursor: z.string().nullable(), unread: z.number().int() }),
  async run({ ctx, tx, input: { show, cursor, limit } }) {
    const own = sql`n.org_id = ${ctx.org.id}::uuid and n.person_id = ${inboxOwner(ctx)}::uuid`;
    const after =
      cursor === undefined
        ? sql``
        : sql`and (n.at, n.id) < (select n.at, n.id from notifications n where ${own} and n.id = ${cursor}::uuid)`;
    const [answer] = await tx.execute<{ rows: Notification[] | null; unread: number }>(sql`select
      (select count(*)::integer from notifications n where ${own} and ${conditions.unread}) as unread,
      (select json_agg(p) from (select n.id, n.kind, n.title, n.body, n.href, n.tone, n.needs_action as "needsAction", n.occurrences, ${iso(sql`n.at`)} as at,
        n.read_at is not null as "isRead", n.archived_at is not null as "isArchived"
      from notifications n where ${own} and ${conditions[show]} ${after} order by n.at desc, n.id desc limit ${limit + 1}) p) as rows`);
    const rows = answer?.rows ?? [];
    const items = rows.slice(0, limit);
    return {
      items,
      nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
      unread: answer?.unread ?? 0,
    };
  },
});
