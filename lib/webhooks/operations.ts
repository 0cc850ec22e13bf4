import { getDelivery } from "#lib/webhooks/deliveries/get-delivery.ts";
import { listDeliveries } from "#lib/webhooks/deliveries/list-deliveries.ts";
import { replayDelivery } from "#lib/webhooks/deliveries/replay-delivery.ts";
import { createWebhook } from "#lib/webhooks/endpoints/create-webhook.ts";
import { deleteWebhook } from "#lib/webhooks/endpoints/delete-webhook.ts";
import { listWebhooks } from "#lib/webhooks/endpoints/list-webhooks.ts";
import { rotateSecret } from "#lib/webhooks/endpoints/rotate-secret.ts";

export const webhooksOperations = [
  listWebhooks,
  createWebhook,
  rotateSecret,
  deleteWebhook,
  listDeliveries,
  getDelivery,
  replayDelivery,
];
