"use server";

import { mutate } from "#lib/web/mutate.ts";
import { replayDelivery as replayDeliveryOperation } from "#lib/webhooks/deliveries/replay-delivery.ts";
import { createWebhook as createWebhookOperation } from "#lib/webhooks/endpoints/create-webhook.ts";
import { deleteWebhook as deleteWebhookOperation } from "#lib/webhooks/endpoints/delete-webhook.ts";
import { rotateSecret as rotateSecretOperation } from "#lib/webhooks/endpoints/rotate-secret.ts";

export async function createWebhook(org: string, name: string) {
  return mutate(createWebhookOperation, org, { name });
}

export async function rotateSecret(org: string, id: string) {
  return mutate(rotateSecretOperation, org, { id });
}

export async function deleteWebhook(org: string, id: string) {
  return mutate(deleteWebhookOperation, org, { id });
}

export async function replayDelivery(org: string, id: string) {
  return mutate(replayDeliveryOperation, org, { id });
}
