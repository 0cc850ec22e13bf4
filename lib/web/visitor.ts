import { headers } from "next/headers";
import { settings } from "#lib/kernel/env.ts";
import { peerHeader } from "#lib/web/note-peers.ts";

/** From where somebody who is not signed in asks, and with what. */
export type Visitor = { address: string; userAgent: string | null };

/** Who sent the request of this mutation. */
export async function currentVisitor(): Promise<Visitor> {
  const list = await headers();
  return { address: addressOf(list), userAgent: list.get("user-agent") };
}

/**
 * The network address that a request came from. What a caller writes into `X-Forwarded-For` counts for nothing: only the entries that
 * our own proxies added are read, as many as CAUSEWAY_TRUSTED_PROXIES says.
 */
export function addressOf(list: Headers, trustedProxies = settings().CAUSEWAY_TRUSTED_PROXIES): string {
  const peer = list.get(peerHeader) ?? "unknown";
  if (trustedProxies === 0) return peer;
  const hops = (list.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.filter((hop) => hop !== "").at(-trustedProxies) ?? peer;
}
