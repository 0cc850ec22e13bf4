import { createHash, createHmac, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from "openid-client";
import { globalTransaction } from "#db/transactions.ts";
import type { Provider } from "#lib/identity/providers/configured-providers.ts";
import { FlowError } from "#lib/identity/providers/flow-error.ts";
import { openProvider } from "#lib/identity/providers/open-provider.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { log } from "#lib/kernel/log.ts";

/** What somebody wants at the end of the way. `personId` and `org`: who links, and in which organization it is on record. */
export type FlowPurpose =
  | { purpose: "sign-in"; next: string }
  | { purpose: "link"; personId: string; org: string }
  | { purpose: "invitation"; tokenHash: string }
  | { purpose: "setup"; tokenHash: string; orgName: string; slug: string; timeZone: string };

const minutes = 15;

/**
 * Begins a way to a provider and back.
 * @param browserSecret what the browser's cookie has, or null for a browser without one
 * @returns where to send the browser, and the secret for its cookie
 */
export async function beginFlow(
  provider: Provider,
  purpose: FlowPurpose,
  browserSecret: string | null,
): Promise<{ url: string; browserSecret: string }> {
  const secret = browserSecret !== null && isBrowserSecret(browserSecret) ? browserSecret : randomText();
  const state = randomText();
  const url = await authorizationUrl(provider, state, secret);
  const { purpose: name, ...intent } = purpose;
  const personId = purpose.purpose === "link" ? purpose.personId : null;
  await globalTransaction(async (tx) => {
    await tx.execute(sql`delete from sign_in_flows where expires_at < now() - interval '1 hour'`);
    await tx.execute(sql`
      insert into sign_in_flows (state_hash, browser_hash, provider, purpose, person_id, intent, expires_at)
      values (${digest(state)}, ${digest(secret)}, ${provider.id}, ${name}, ${personId}::uuid, ${JSON.stringify(intent)}::jsonb,
        now() + make_interval(mins => ${minutes}))`);
  });
  return { url, browserSecret: secret };
}

async function authorizationUrl(provider: Provider, state: string, secret: string): Promise<string> {
  try {
    const isOpenId = provider.id !== "github";
    const address = buildAuthorizationUrl(await openProvider(provider), {
      redirect_uri: callbackAddress(provider),
      scope: isOpenId ? "openid email profile" : "read:user user:email",
      state,
      code_challenge: await calculatePKCECodeChallenge(verifierOf(state, secret)),
      code_challenge_method: "S256",
      ...(isOpenId ? { nonce: nonceOf(state, secret) } : {}),
    });
    return address.href;
  } catch (error) {
    log().warn({ event: "sign_in", outcome: "unreachable", provider: provider.id, err: error });
    throw new FlowError("unreachable", { cause: error });
  }
}

/** How long the browser keeps its secret, in seconds. */
export const flowSeconds = minutes * 60;

/** Where the provider sends the browser back to. It has to be registered there. */
export function callbackAddress(provider: Pick<Provider, "id">): string {
  return `${appOrigin()}/api/auth/callback/${provider.id}`;
}

// Made from the browser's secret, which only its cookie has: neither the database nor the address alone is enough to finish.
export const verifierOf = (state: string, secret: string) => derived(secret, `verifier ${state}`);
export const nonceOf = (state: string, secret: string) => derived(secret, `nonce ${state}`);
export const digest = (text: string) => createHash("sha256").update(text).digest();
export const isBrowserSecret = (text: string) => /^[\w-]{43}$/.test(text);

const randomText = () => randomBytes(32).toString("base64url");
const derived = (secret: string, label: string) => createHmac("sha256", secret).update(label).digest("base64url");
