import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";
import { Delivery, DeliveryState } from "#lib/webhooks/endpoints/schema.ts";

/** What a webhook was sent, newest first, without the bodies. */
export const listDeliveries = query({
  name: "delivery.list",
  permission: "webhook:read",
  route: { method: "GET", path: "/webhooks/{webhookId}/deliveries", summary: "List deliveries of an inbound webhook" },
  input: z.strictObject({
    webhookId: z.uuid(),
    state: DeliveryState.optional(),
    cursor: z.uuid("Use the nextCursor of the page before").optional(),
    limit: z.coerce.number().int().min(1).max(1000, "Ask for at most 1,000 at once").default(50),
  }),
  output: z.object({ items: z.array(Delivery), nextCursor: z.string().nullable() }),
  async run({ ctx, tx, input }) {
    const items = await tx.execute<Delivery>(sql`
      select id, message_id as "messageId", ${iso(sql`received_at`)} as "receivedAt", state, type, attempts, problem, ${iso(sql`finished_at`)} as "finishedAt"
      from webhook_deliveries where org_id = ${ctx.org.id}::uuid and webhook_id = ${input.webhookId}::uuid
        ${input.state === undefined ? sql`` : sql`and state = ${input.state}`} ${input.cursor === undefined ? sql`` : sql`and id < ${input.cursor}::uuid`}
      order by id desc limit ${input.limit + 1}`);
    const page = items.slice(0, input.limit);
    return { items: page, nextCursor: items.length > input.limit ? (page.at(-1)?.id ?? null) : null };
  },
});
