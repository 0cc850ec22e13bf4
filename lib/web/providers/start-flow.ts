import { cookies } from "next/headers";
import { beginFlow, type FlowPurpose, flowSeconds } from "#lib/identity/providers/begin-flow.ts";
import { configuredProvider } from "#lib/identity/providers/configured-providers.ts";
import { FlowError } from "#lib/identity/providers/flow-error.ts";
import { flowProblems } from "#lib/identity/providers/schema.ts";
import { countAttempts } from "#lib/identity/sessions/count-attempts.ts";
import { networkKey } from "#lib/identity/sessions/network-key.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { cookieName, cookieOptions } from "#lib/web/own-cookie.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

const flowsPerNetwork = 60;

/** Begins a way to a provider for this browser. @returns where to go */
export async function startFlow(providerId: string, purpose: FlowPurpose): Promise<{ url: string }> {
  const provider = configuredProvider(providerId);
  if (provider === null) throw new AppError("not_found", flowProblems["not-configured"]);
  const bucket = `flow:${networkKey((await currentVisitor()).address)}`;
  if (((await countAttempts([bucket])).get(bucket) ?? 0) > flowsPerNetwork)
    throw new AppError("rate_limited", "Too many attempts. Wait a minute and try again.");
  const jar = await cookies();
  try {
    const { url, browserSecret } = await beginFlow(provider, purpose, jar.get(cookieName("flow"))?.value ?? null);
    jar.set(cookieName("flow"), browserSecret, cookieOptions(flowSeconds));
    return { url };
  } catch (error) {
    if (error instanceof FlowError) throw new AppError("unavailable", flowProblems[error.reason], [], { cause: error });
    throw error;
  }
}
