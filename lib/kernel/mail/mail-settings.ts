import { settings } from "#lib/kernel/env.ts";

/** Whether letters can be sent. Where not, links are shown to whoever may make them. */
export function isMailConfigured(): boolean {
  return settings().CAUSEWAY_SMTP_URL !== undefined;
}
