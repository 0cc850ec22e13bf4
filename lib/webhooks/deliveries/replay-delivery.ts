import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Processes a kept delivery once more, for example after the service that it names was added. */
export const replayDelivery = command({
  name: "delivery.replay",
  permission: "webhook:write",
  route: { method: "POST", path: "/webhooks/deliveries/{id}/replay", summary: "Process a delivery again" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit, enqueue }) {
    const [row] = await tx.execute<{ messageId: string; before: string }>(sql`
      with old as (select id, state from webhook_deliveries where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and state <> 'waiting' for update)
      update webhook_deliveries d set state = 'waiting', problem = null, finished_at = null from old
      where d.org_id = ${ctx.org.id}::uuid and d.id = old.id returning d.message_id as "messageId", old.state as before`);
    if (row === undefined) throw new AppError("not_found", "There is no such delivery that has been processed.");
    audit({
      subjectKind: "delivery",
      subjectId: input.id,
      subjectName: row.messageId,
      before: { state: row.before },
      after: { state: "waiting" },
    });
    await emit({ topic: "webhook.delivery-updated", subjectId: input.id });
    await enqueue("webhook.process", { deliveryId: input.id });
    return { id: input.id };
  },
});
