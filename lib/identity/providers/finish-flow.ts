import { sql } from "drizzle-orm";
import { globalTransaction } from "#db/transactions.ts";
import { digest, type FlowPurpose, isBrowserSecret, nonceOf, verifierOf } from "#lib/identity/providers/begin-flow.ts";
import type { Provider } from "#lib/identity/providers/configured-providers.ts";
import { FlowError } from "#lib/identity/providers/flow-error.ts";
import { readAccount } from "#lib/identity/providers/read-account.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { log } from "#lib/kernel/log.ts";

export type FinishedFlow = { purpose: FlowPurpose; account: ProviderAccount };

/**
 * Ends a way through a provider: the state must be one of ours, unused, and begun by this browser; then the code is exchanged for who
 * somebody is there.
 * @throws FlowError; `purpose` of the flow goes to `onFound` before the provider is asked, so that a failure can lead back
 */
export async function finishFlow(
  provider: Provider,
  answered: URL,
  browserSecret: string | undefined,
  onFound: (purpose: FlowPurpose) => void = () => {},
): Promise<FinishedFlow> {
  const state = answered.searchParams.get("state") ?? "";
  if (browserSecret === undefined || !isBrowserSecret(browserSecret)) throw new FlowError("expired");
  const purpose = await consumeFlow(provider, state, browserSecret);
  onFound(purpose);
  if (answered.searchParams.has("error")) {
    const said = answered.searchParams.get("error")?.slice(0, 100);
    log().info({ event: "sign_in", outcome: "declined", provider: provider.id, said });
    throw new FlowError("declined");
  }
  const checks = { state, verifier: verifierOf(state, browserSecret), nonce: nonceOf(state, browserSecret) };
  return { purpose, account: await readAccount(provider, answered, checks) };
}

// Deleted whether or not it fits: a state that somebody tried is used.
async function consumeFlow(provider: Provider, state: string, browserSecret: string): Promise<FlowPurpose> {
  const [flow] = await globalTransaction((tx) =>
    tx.execute<{ purpose: string; person_id: string | null; intent: Record<string, string>; fits: boolean }>(sql`
      delete from sign_in_flows where state_hash = ${digest(state)}
      returning purpose, person_id, intent, browser_hash = ${digest(browserSecret)} and provider = ${provider.id} and expires_at > now() as fits`),
  );
  if (flow?.fits !== true) throw new FlowError("expired");
  return { purpose: flow.purpose, ...flow.intent } as FlowPurpose;
}
