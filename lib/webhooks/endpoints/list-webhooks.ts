import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { query } from "#lib/kernel/operation.ts";
import { Webhook } from "#lib/webhooks/endpoints/schema.ts";
import { webhookAddress } from "#lib/webhooks/endpoints/webhook-address.ts";

/** The organization's inbound webhooks, without their secrets. */
export const listWebhooks = query({
  name: "webhook.list",
  permission: "webhook:read",
  route: { method: "GET", path: "/webhooks", summary: "List inbound webhooks" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(Webhook) }),
  async run({ ctx, tx }) {
    const items = await tx.execute<Omit<Webhook, "url">>(sql`
      select w.id, w.name, w.created_by as "createdBy", ${iso(sql`w.created_at`)} as "createdAt",
        case when w.previous_until > now() then ${iso(sql`w.previous_until`)} end as "previousUntil",
        ${iso(sql`d.last_at`)} as "lastReceivedAt", coalesce(d.count, 0)::int as deliveries, coalesce(d.failed, 0)::int as failed
      from webhooks w left join lateral (
        select max(received_at) as last_at, count(*) as count, count(*) filter (where state = 'failed') as failed
        from webhook_deliveries where org_id = w.org_id and webhook_id = w.id) d on true
      where w.org_id = ${ctx.org.id}::uuid order by w.name limit 500`);
    return { items: items.map((item) => ({ ...item, url: webhookAddress(ctx.org.slug, item.id) })) };
  },
});
