import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { parseDelivery } from "#lib/webhooks/deliveries/parse-delivery.ts";

/** What a subscriber of `webhook.<type>-received` gets. */
export type DeliveredEvent = { data: unknown };

/** Hands a waiting delivery to whoever handles its type, in the same transaction as its own end. A second call finds nothing to do. */
export const processDelivery = command({
  name: "delivery.process",
  permission: "webhook:write",
  route: { method: "POST", path: "/webhooks/deliveries/{id}/process", summary: "Process a delivery" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [row] = await tx.execute<{ body: Buffer; messageId: string }>(sql`
      select body, message_id as "messageId" from webhook_deliveries
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and state = 'waiting' for update`);
    if (row === undefined) throw new AppError("not_found", "There is no such delivery that waits.");
    const { type, data } = parseDelivery(row.body);
    const detail: DeliveredEvent = { data };
    await emit({ topic: `webhook.${type}-received`, subjectId: input.id, detail });
    await tx.execute(sql`
      update webhook_deliveries set state = 'processed', type = ${type}, problem = null, attempts = attempts + 1, finished_at = now()
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid`);
    audit({
      subjectKind: "delivery",
      subjectId: input.id,
      subjectName: row.messageId,
      after: { state: "processed", type },
    });
    return { id: input.id };
  },
});
