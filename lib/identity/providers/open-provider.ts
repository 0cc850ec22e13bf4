import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import type { Provider } from "#lib/identity/providers/configured-providers.ts";
import { fetchOutbound } from "#lib/kernel/outbound/fetch-outbound.ts";

const discoveryLastsMs = 60 * 60 * 1000;
const known = new Map<string, { at: number; opened: Promise<Configuration> }>();

/** What a provider says about itself, and how we talk to it. Asked for once an hour. */
export async function openProvider(provider: Provider): Promise<Configuration> {
  const key = JSON.stringify(provider);
  const kept = known.get(key);
  if (kept !== undefined && Date.now() - kept.at < discoveryLastsMs) return kept.opened;
  const opened = provider.id === "github" ? Promise.resolve(openGithub(provider)) : discover(provider);
  known.set(key, { at: Date.now(), opened });
  // What failed is tried again by the next who asks.
  opened.catch(() => known.delete(key));
  return opened;
}

async function discover({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  return discovery(new URL(issuer), clientId, clientSecret, authenticate(clientSecret), {
    [customFetch]: guardedFetch,
    timeout: 10,
    // Signatures are checked although the answer comes straight from the provider. Plain HTTP is left to the guarded client, which
    // allows it inside the operator's own networks only.
    execute: [enableNonRepudiationChecks, allowInsecureRequests],
  });
}

// GitHub speaks OAuth 2 without OpenID Connect: it has no document to discover and no token that says who somebody is.
function openGithub({ issuer, clientId, clientSecret }: Provider): Configuration {
  const server = {
    issuer,
    authorization_endpoint: `${issuer}/login/oauth/authorize`,
    token_endpoint: `${issuer}/login/oauth/access_token`,
  };
  const opened = new Configuration(server, clientId, clientSecret, ClientSecretPost(clientSecret));
  opened[customFetch] = guardedFetch;
  opened.timeout = 10;
  allowInsecureRequests(opened);
  return opened;
}

/** In the way that the provider prefers: the header, unless it takes the secret in the body only. */
function authenticate(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (methods.includes("client_secret_basic") ? basic : post)(server, client, body, headers);
  };
}

/** The one way out over HTTP, in the form that the library asks for. */
const guardedFetch: CustomFetch = async (address, { method, headers, body }) => {
  const answer = await fetchOutbound(address, {
    method: method as "GET" | "POST",
    headers: Object.fromEntries(new Headers(headers)),
    ...(body === undefined || body === null ? {} : { body: String(body) }),
    timeoutMs: 10_000,
  });
  const isEmpty = answer.status === 204 || answer.status === 304;
  return new Response(isEmpty ? null : answer.body, { status: answer.status, headers: answer.headers });
};
