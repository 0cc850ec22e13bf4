import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { storeSecret } from "#lib/secrets/stored/store-secret.ts";
import { newWebhookSecret } from "#lib/webhooks/endpoints/webhook-secret.ts";

/** A new secret for a webhook. The one before is accepted for some hours more, so that the sender can be changed without a gap. */
export const rotateSecret = command({
  name: "webhook.rotate-secret",
  permission: "webhook:write",
  route: { method: "POST", path: "/webhooks/{id}/secret", summary: "Give an inbound webhook a new secret" },
  input: z.strictObject({
    id: z.uuid(),
    overlapHours: z.coerce.number().int().min(0, "Use 0 to 168 hours").max(168, "Use 0 to 168 hours").default(24),
  }),
  output: z.object({ id: z.string(), secret: z.string(), previousUntil: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [webhook] = await tx.execute<{ name: string; secretId: string; previousId: string | null }>(sql`
      select name, secret_id as "secretId", previous_secret_id as "previousId" from webhooks
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid for update`);
    if (webhook === undefined) throw new AppError("not_found", "There is no such webhook.");
    const secret = newWebhookSecret();
    const name = `Webhook ${webhook.name}`.slice(0, 120);
    const secretId = await storeSecret(ctx, tx, { name, purpose: "webhook-signing", origin: null, value: secret });
    const [row] = await tx.execute<{ previousUntil: string }>(sql`
      update webhooks set secret_id = ${secretId}::uuid, previous_secret_id = ${webhook.secretId}::uuid,
        previous_until = now() + make_interval(hours => ${input.overlapHours})
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid returning ${iso(sql`previous_until`)} as "previousUntil"`);
    if (webhook.previousId !== null)
      await tx.execute(
        sql`delete from secrets where org_id = ${ctx.org.id}::uuid and id = ${webhook.previousId}::uuid`,
      );
    const previousUntil = row?.previousUntil ?? "";
    audit({ subjectKind: "webhook", subjectId: input.id, subjectName: webhook.name, after: { previousUntil } });
    await emit({ topic: "webhook.updated", subjectId: input.id });
    return { id: input.id, secret, previousUntil };
  },
});
