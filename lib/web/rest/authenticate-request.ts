import { resolveKey } from "#lib/identity/keys/resolve-key.ts";
import { findCurrentSlug } from "#lib/identity/orgs/find-current-slug.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { type Context, makeContext } from "#lib/kernel/context.ts";
import { appOrigin } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { contextOf } from "#lib/web/page-context.ts";
import { networkOf } from "#lib/web/rest/network-of.ts";
import { sessionCookieName } from "#lib/web/session-cookie.ts";
import { addressOf } from "#lib/web/visitor.ts";

/**
 * The REST door: who asks. A key names its organization; a signed-in person names theirs as `?org=` and, to change something, must come
 * from our own pages.
 * @throws AppError, OrgMoved
 */
export async function authenticateRequest(request: Request, requestId: string): Promise<Context> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return contextOfKey(request, authorization, requestId);
  const session = await resolveSession(cookieValue(request.headers.get("cookie") ?? "", sessionCookieName()));
  if (session === null)
    throw new AppError("unauthenticated", "Send an API key as `Authorization: Bearer causeway_key_…`.");
  if (request.method !== "GET" && request.method !== "HEAD" && request.headers.get("origin") !== appOrigin()) {
    throw new AppError(
      "forbidden",
      `A change by a signed-in person must come from ${appOrigin()}; programs use an API key.`,
    );
  }
  const url = new URL(request.url);
  const slug = url.searchParams.get("org");
  if (slug === null)
    throw new AppError("invalid", "Say which organization, as ?org=<slug>.", [{ path: "org", message: "Missing" }]);
  const ctx = contextOf(session, slug, "rest", requestId);
  if (ctx !== null) return ctx;
  const current = await findCurrentSlug(session.person.id, slug);
  if (current === null) throw new AppError("not_found", "There is nothing at this address.");
  url.searchParams.set("org", current);
  throw new OrgMoved(`${url.pathname}${url.search}`);
}

/** The organization has another address now; the request is answered with where to send it again. */
export class OrgMoved extends Error {
  readonly location: string;

  constructor(location: string) {
    super("The organization has another address");
    this.location = location;
  }
}

async function contextOfKey(request: Request, authorization: string, requestId: string): Promise<Context> {
  const token = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1] ?? "";
  const key = await resolveKey(token, networkOf(addressOf(request.headers)));
  if (key === null)
    throw new AppError("unauthenticated", "This API key is not valid (any more); create one under Settings, API keys.");
  const { org, role, scopes, serviceAccount } = key;
  const actor =
    serviceAccount === null
      ? { kind: "key" as const, id: key.id, name: key.name }
      : { kind: "service" as const, id: serviceAccount.id, name: `${serviceAccount.name} (${key.name})` };
  return makeContext({ org, actor, role, scopes, door: "rest", requestId });
}

function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}
