import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";
import { RawDelivery } from "#lib/webhooks/endpoints/schema.ts";

/** One delivery with headers and body as they came. */
export const getDelivery = query({
  name: "delivery.get",
  permission: "webhook:read",
  route: { method: "GET", path: "/webhooks/deliveries/{id}", summary: "Get a delivery as it came" },
  input: z.strictObject({ id: z.uuid() }),
  output: RawDelivery,
  async run({ ctx, tx, input }) {
    const [row] = await tx.execute<Omit<RawDelivery, "body"> & { body: Buffer }>(sql`
      select id, webhook_id as "webhookId", message_id as "messageId", ${iso(sql`received_at`)} as "receivedAt", state, type, attempts, problem,
        ${iso(sql`finished_at`)} as "finishedAt", headers, body
      from webhook_deliveries where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid`);
    if (row === undefined) throw new AppError("not_found", "There is no such delivery.");
    return { ...row, body: row.body.toString("utf8") };
  },
});
