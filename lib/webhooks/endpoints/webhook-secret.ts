import { randomBytes } from "node:crypto";

/** A new secret in the form of Standard Webhooks: 256 random bits. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}
