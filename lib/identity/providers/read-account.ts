import { authorizationCodeGrant, type Configuration, fetchUserInfo } from "openid-client";
import { z } from "zod";
import { issuerKey, type Provider } from "#lib/identity/providers/configured-providers.ts";
import { FlowError } from "#lib/identity/providers/flow-error.ts";
import { openProvider } from "#lib/identity/providers/open-provider.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { log } from "#lib/kernel/log.ts";
import { fetchOutbound } from "#lib/kernel/outbound/fetch-outbound.ts";

type Checks = { state: string; verifier: string; nonce: string };

/**
 * Exchanges the code of a provider's answer for who somebody is.
 * @throws FlowError `untrusted` when anything about the answer is not as it has to be, `unreachable`
 */
export async function readAccount(provider: Provider, answered: URL, checks: Checks): Promise<ProviderAccount> {
  try {
    const opened = await openProvider(provider);
    const account = provider.id === "github" ? readGithub : readOpenId;
    return await account(provider, opened, answered, checks);
  } catch (error) {
    const reason = isUnreachable(error) ? "unreachable" : "untrusted";
    log().warn({ event: "sign_in", outcome: reason, provider: provider.id, err: error });
    throw new FlowError(reason, { cause: error });
  }
}

const OpenIdClaims = z.object({
  email: z.string().max(254).optional(),
  // Some providers send a text. Only a clear yes is one.
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});

async function readOpenId(
  provider: Provider,
  opened: Configuration,
  answered: URL,
  { state, verifier, nonce }: Checks,
): Promise<ProviderAccount> {
  const tokens = await authorizationCodeGrant(opened, answered, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const token = tokens.claims();
  if (token === undefined || token.sub.length > 255) throw new Error("The answer has no usable ID token");
  // Many providers keep the e-mail address out of the token.
  const asked =
    token["email"] === undefined && opened.serverMetadata().userinfo_endpoint !== undefined
      ? await fetchUserInfo(opened, tokens.access_token, token.sub)
      : {};
  const claims = OpenIdClaims.parse({ ...token, ...asked });
  return {
    provider: provider.id,
    issuer: issuerKey(provider),
    subject: token.sub,
    email: claims.email ?? null,
    isEmailVerified: claims.email_verified === true || claims.email_verified === "true",
    login: claims.preferred_username?.slice(0, 255) ?? null,
    name: claims.name?.trim().slice(0, 120) || null,
  };
}

const GithubUser = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const GithubEmails = z.array(z.object({ email: z.string().max(254), primary: z.boolean(), verified: z.boolean() }));

async function readGithub(
  provider: Provider,
  opened: Configuration,
  answered: URL,
  { state, verifier }: Checks,
): Promise<ProviderAccount> {
  const tokens = await authorizationCodeGrant(opened, answered, { expectedState: state, pkceCodeVerifier: verifier });
  const base = provider.issuer === "https://github.com" ? "https://api.github.com" : `${provider.issuer}/api/v3`;
  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetchOutbound(`${base}${path}`, {
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${tokens.access_token}`,
        "user-agent": "Causeway",
        "x-github-api-version": "2022-11-28",
      },
      timeoutMs: 10_000,
    });
    if (answer.status !== 200) throw new Error(`GitHub answered ${path} with ${answer.status}`);
    return JSON.parse(answer.body);
  };
  const [user, emails] = await Promise.all([
    ask("/user").then((body) => GithubUser.parse(body)),
    ask("/user/emails").then((body) => GithubEmails.parse(body)),
  ]);
  const email = emails.find((candidate) => candidate.primary) ?? emails[0];
  return {
    provider: "github",
    issuer: issuerKey(provider),
    // The number stays when somebody renames themselves; a login may be somebody else's tomorrow.
    subject: String(user.id),
    email: email?.email ?? null,
    isEmailVerified: email?.verified ?? false,
    login: user.login.slice(0, 255),
    name: user.name?.trim().slice(0, 120) || null,
  };
}

function isUnreachable(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof AppError && cause.code === "unavailable") return true;
  return false;
}
