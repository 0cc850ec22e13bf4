import { cookies } from "next/headers";
import { linkIdentity } from "#lib/identity/identities/link-identity.ts";
import { signInWithAccount } from "#lib/identity/identities/sign-in-with-account.ts";
import { joinWithAccount } from "#lib/identity/invitations/join-by-invitation.ts";
import { setUpOrgWithAccount } from "#lib/identity/orgs/set-up-org.ts";
import { callbackAddress, type FlowPurpose } from "#lib/identity/providers/begin-flow.ts";
import { configuredProvider } from "#lib/identity/providers/configured-providers.ts";
import { type FinishedFlow, finishFlow } from "#lib/identity/providers/finish-flow.ts";
import { FlowError } from "#lib/identity/providers/flow-error.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { log } from "#lib/kernel/log.ts";
import { nextPath } from "#lib/web/is-own-path.ts";
import { cookieName } from "#lib/web/own-cookie.ts";
import { contextOf } from "#lib/web/page-context.ts";
import { currentSession, keepSession } from "#lib/web/session-cookie.ts";

/** Where a provider sends the browser back to: what was begun is finished, and the browser goes on to one of our own pages. */
export async function answerCallback(request: Request, providerId: string): Promise<Response> {
  let purpose: FlowPurpose | undefined;
  try {
    const provider = configuredProvider(providerId);
    if (provider === null) throw new FlowError("not-configured");
    const answered = new URL(callbackAddress(provider));
    answered.search = new URL(request.url).search;
    const secret = (await cookies()).get(cookieName("flow"))?.value;
    const finished = await finishFlow(provider, answered, secret, (found) => {
      purpose = found;
    });
    return goTo(await goOn(finished, request.headers.get("user-agent")));
  } catch (error) {
    if (!(error instanceof FlowError)) log().error({ event: "sign_in", outcome: "failed", err: error });
    return goTo(pathAfterProblem(purpose, error instanceof FlowError ? error.reason : "untrusted"));
  }
}

/** Does what the way was begun for. @returns the path to go on with */
async function goOn({ purpose, account }: FinishedFlow, userAgent: string | null): Promise<string> {
  if (purpose.purpose === "link") return link(purpose, account);
  if (purpose.purpose === "sign-in") {
    const session = await signInWithAccount(account, userAgent);
    if (session === null) throw new FlowError("not-invited");
    await keepSession(session);
    return nextPath(purpose.next, appOrigin());
  }
  const { slug, session } = await join(purpose, account, userAgent);
  await keepSession(session);
  return `/${slug}`;
}

async function join(
  purpose: FlowPurpose & { purpose: "invitation" | "setup" },
  account: ProviderAccount,
  userAgent: string | null,
): Promise<{ slug: string; session: string }> {
  const tokenHash = Buffer.from(purpose.tokenHash, "hex");
  try {
    return purpose.purpose === "setup"
      ? await setUpOrgWithAccount({ ...purpose, tokenHash }, account, userAgent)
      : await joinWithAccount(tokenHash, account, userAgent);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") throw new FlowError("link-gone");
    if (error instanceof AppError && error.code === "conflict") throw new FlowError("sign-in-first");
    throw error;
  }
}

async function link(purpose: FlowPurpose & { purpose: "link" }, account: ProviderAccount): Promise<string> {
  const session = await currentSession();
  // Signed out meanwhile, or somebody else now: an account must never be linked to whoever happens to be here.
  if (session?.person.id !== purpose.personId) throw new FlowError("other-person");
  const ctx = contextOf(session, purpose.org, "page");
  if (ctx === null) throw new FlowError("other-person");
  try {
    await linkIdentity.call(ctx, account);
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") throw new FlowError("linked-elsewhere");
    throw error;
  }
  return `/${ctx.org.slug}/settings/account?linked=${account.provider}`;
}

function pathAfterProblem(purpose: FlowPurpose | undefined, reason: FlowError["reason"]): string {
  if (purpose?.purpose === "link") return `/${purpose.org}/settings/account?problem=${reason}`;
  // The page of the invitation knows its link again after signing in.
  if (reason === "sign-in-first") return `/signin?problem=${reason}&next=/invitation`;
  return reason === "not-invited" ? "/signin/not-invited" : `/signin?problem=${reason}`;
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: appOrigin() + path, "cache-control": "no-store" } });
}
