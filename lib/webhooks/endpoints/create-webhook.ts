import { sql } from "drizzle-orm";
import { z } from "zod";
import { command } from "#lib/kernel/operation.ts";
import { storeSecret } from "#lib/secrets/stored/store-secret.ts";
import { WebhookName } from "#lib/webhooks/endpoints/schema.ts";
import { webhookAddress } from "#lib/webhooks/endpoints/webhook-address.ts";
import { newWebhookSecret } from "#lib/webhooks/endpoints/webhook-secret.ts";

/** Makes an address that another system can send to. The secret that it signs with is in this answer and nowhere else. */
export const createWebhook = command({
  name: "webhook.create",
  permission: "webhook:write",
  route: { method: "POST", path: "/webhooks", summary: "Create an inbound webhook" },
  input: z.strictObject({ name: WebhookName }),
  output: z.object({ id: z.string(), url: z.string(), secret: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const secret = newWebhookSecret();
    const name = `Webhook ${input.name}`.slice(0, 120);
    const secretId = await storeSecret(ctx, tx, { name, purpose: "webhook-signing", origin: null, value: secret });
    const [row] = await tx.execute<{ id: string }>(sql`
      insert into webhooks (org_id, name, secret_id, created_by)
      values (${ctx.org.id}::uuid, ${input.name}, ${secretId}::uuid, ${ctx.actor.name}) returning id`);
    const id = row?.id ?? "";
    audit({
      subjectKind: "webhook",
      subjectId: id,
      subjectName: input.name,
      before: null,
      after: { name: input.name },
    });
    await emit({ topic: "webhook.created", subjectId: id });
    return { id, url: webhookAddress(ctx.org.slug, id), secret };
  },
});
