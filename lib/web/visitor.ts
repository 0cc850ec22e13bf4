import { cookies, headers } from "next/headers";
import { type KnownBrowser, readKnownBrowser, rememberSignIn } from "#lib/identity/sessions/known-browser.ts";
import { settings } from "#lib/kernel/env.ts";
import { peerHeader } from "#lib/web/note-peers.ts";
import { cookieName, cookieOptions } from "#lib/web/own-cookie.ts";

const browserKnownSeconds = 180 * 24 * 60 * 60;

/** From where somebody who is not signed in asks, and with what. */
export type Visitor = { address: string; userAgent: string | null; browser: KnownBrowser | null };

/** Who sent the request of this mutation. */
export async function currentVisitor(): Promise<Visitor> {
  const list = await headers();
  const browser = readKnownBrowser((await cookies()).get(cookieName("browser"))?.value);
  return { address: addressOf(list), userAgent: list.get("user-agent"), browser };
}

/** Notes in the browser that this person has signed in with it: strangers who use their attempts up do not keep them out. */
export async function rememberBrowser(email: string): Promise<void> {
  const jar = await cookies();
  const before = readKnownBrowser(jar.get(cookieName("browser"))?.value);
  jar.set(cookieName("browser"), rememberSignIn(before, email), cookieOptions(browserKnownSeconds));
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
