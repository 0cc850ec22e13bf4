import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { globalTransaction, tenantTransaction } from "#db/transactions.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { enqueueJob } from "#lib/kernel/jobs/enqueue-job.ts";
import { takeSecret } from "#lib/secrets/stored/take-secret.ts";
import { isSignedBy, signedHeadersOf } from "#lib/webhooks/deliveries/verify-signature.ts";

export type ReceivedDelivery = { org: string; webhook: string; headers: Headers; body: Buffer };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
// What proves who somebody is, and what our own proxy added to the request on its way here.
const notKept =
  /^(cookie|authorization|proxy-authorization|x-(nonce|causeway-.*|middleware-.*|content-type-options|frame-options)|(content-security|permissions|referrer|cross-origin-opener)-policy|strict-transport-security)$/;

/**
 * Takes a delivery that another system sent: checks who signed it, keeps it as it came and leaves the work to a job. One that came before
 * is taken again without doing anything. Whatever is wrong with a delivery, the refusal is the same.
 * @throws AppError `unauthenticated`
 */
export async function receiveDelivery({ org, webhook, headers, body }: ReceivedDelivery): Promise<{ isNew: boolean }> {
  const refusal = () => new AppError("unauthenticated", "The delivery was not accepted: no webhook here signed it.");
  const signed = signedHeadersOf(headers);
  if (signed === null || !uuid.test(webhook)) throw refusal();
  const [found] = await globalTransaction((tx) =>
    tx.execute<{ org_id: string }>(sql`select org_id from find_webhook(${org}, ${webhook}::uuid)`),
  );
  if (found === undefined) throw refusal();
  const orgId = found.org_id;
  return tenantTransaction({ orgId }, async (tx) => {
    if (!isSignedBy(await secretsOf(tx, orgId, webhook), body, signed)) throw refusal();
    const kept = JSON.stringify(Object.fromEntries([...headers].filter(([name]) => !notKept.test(name))));
    const [row] = await tx.execute<{ id: string }>(sql`
      insert into webhook_deliveries (org_id, webhook_id, message_id, headers, body)
      values (${orgId}::uuid, ${webhook}::uuid, ${signed.id}, ${kept}::jsonb, ${body})
      on conflict (org_id, webhook_id, message_id) do nothing returning id`);
    if (row !== undefined) await enqueueJob(tx, "webhook.process", { deliveryId: row.id });
    return { isNew: row !== undefined };
  });
}

async function secretsOf(tx: Transaction, orgId: string, webhook: string): Promise<string[]> {
  const [row] = await tx.execute<{ current: string; previous: string | null }>(sql`
    select secret_id as current, case when previous_until > now() then previous_secret_id end as previous from webhooks
    where org_id = ${orgId}::uuid and id = ${webhook}::uuid`);
  const ids = [row?.current, row?.previous].filter((id) => typeof id === "string");
  const values: string[] = [];
  for (const id of ids) values.push(await takeSecret(tx, orgId, { id, purpose: "webhook-signing", origin: null }));
  return values;
}
