import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { deleteOrg } from "#lib/identity/orgs/delete-org.ts";
import { renameOrg } from "#lib/identity/orgs/rename-org.ts";
import { receiveDelivery } from "#lib/webhooks/deliveries/receive-delivery.ts";
import { createWebhook } from "#lib/webhooks/endpoints/create-webhook.ts";

let other: TestOrg;
beforeAll(async () => {
  await testDatabase();
  other = await testOrg();
});
afterAll(closeTestDatabase);

test("a webhook of a deleted organization takes nothing; one of a renamed organization does, at the former address", async () => {
  const org = await testOrg();
  const hook = await createWebhook.call(org.as("admin"), { name: "pipeline" });
  const send = (slug: string) => {
    const [id, at, body] = [`msg_${randomUUID()}`, new Date(), '{"type":"x"}'];
    const headers = new Headers({
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(hook.secret).sign(id, at, body),
    });
    return receiveDelivery({ org: slug, webhook: hook.id, headers, body: Buffer.from(body) });
  };
  const slug = `org-${randomUUID().slice(0, 12)}`;
  await renameOrg.call(org.as("admin"), { name: "Renamed", slug });
  await expect(send(slug)).resolves.toEqual({ isNew: true });
  await expect(send(org.slug)).resolves.toEqual({ isNew: true });
  await expect(send(other.slug)).rejects.toMatchObject({ code: "unauthenticated" });
  await deleteOrg.call({ ...org.as("admin"), org: { ...org.as("admin").org, slug } }, { slug });
  for (const address of [slug, org.slug])
    await expect(send(address)).rejects.toMatchObject({ code: "unauthenticated" });
});
