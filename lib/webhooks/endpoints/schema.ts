import { z } from "zod";

/** What a delivery can be about: the `type` in its body. Who handles each is in lib/subscriptions.ts. */
export const deliveryTypes = ["deployment", "incident"] as const;
export type DeliveryType = (typeof deliveryTypes)[number];

export const WebhookName = z.string().trim().min(1, "Say who sends, such as “deploy pipeline”").max(120);

export const Webhook = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  /** The secret before the last change is accepted until then. */
  previousUntil: z.string().nullable(),
  lastReceivedAt: z.string().nullable(),
  deliveries: z.number(),
  failed: z.number(),
});
export type Webhook = z.infer<typeof Webhook>;

export const DeliveryState = z.enum(["waiting", "processed", "failed"]);

export const DeliveryProblem = z.object({
  message: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
});

export const Delivery = z.object({
  id: z.string(),
  messageId: z.string(),
  receivedAt: z.string(),
  state: DeliveryState,
  type: z.string().nullable(),
  attempts: z.number(),
  problem: DeliveryProblem.nullable(),
  finishedAt: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

export const RawDelivery = Delivery.extend({
  webhookId: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type RawDelivery = z.infer<typeof RawDelivery>;
