import { appOrigin } from "#lib/kernel/env.ts";

/** Where a sender sends to. */
export function webhookAddress(org: string, id: string): string {
  return `${appOrigin()}/api/hooks/${org}/${id}`;
}
