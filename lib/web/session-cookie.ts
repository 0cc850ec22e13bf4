import { cookies } from "next/headers";
import { cache } from "react";
import { type ResolvedSession, resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { appOrigin } from "#lib/kernel/env.ts";

/** The session cookie's name. Behind HTTPS the browser itself refuses to send it elsewhere (`__Host-`). */
export function sessionCookieName(): string {
  return appOrigin().startsWith("https:") ? "__Host-causeway-session" : "causeway-session";
}

/** The session of this request, looked up once per request however many parts of a page ask. */
export const currentSession = cache(async (): Promise<ResolvedSession | null> => {
  const jar = await cookies();
  return resolveSession(jar.get(sessionCookieName())?.value);
});
