import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { DeliveryProblem } from "#lib/webhooks/endpoints/schema.ts";

/** Writes down why a delivery could not be used. */
export const refuseDelivery = command({
  name: "delivery.refuse",
  permission: "webhook:write",
  route: { method: "POST", path: "/webhooks/deliveries/{id}/refuse", summary: "Refuse a delivery" },
  input: z.strictObject({ id: z.uuid(), problem: DeliveryProblem }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [row] = await tx.execute<{ messageId: string }>(sql`
      update webhook_deliveries set state = 'failed', problem = ${JSON.stringify(input.problem)}::jsonb, attempts = attempts + 1, finished_at = now()
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and state = 'waiting' returning message_id as "messageId"`);
    if (row === undefined) throw new AppError("not_found", "There is no such delivery that waits.");
    audit({
      subjectKind: "delivery",
      subjectId: input.id,
      subjectName: row.messageId,
      after: { state: "failed", problem: input.problem.message },
    });
    await emit({ topic: "webhook.delivery-updated", subjectId: input.id });
    return { id: input.id };
  },
});
