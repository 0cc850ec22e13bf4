import { cookies } from "next/headers";
import { cache } from "react";
import { sessionLifetimeDays } from "#lib/identity/sessions/create-session.ts";
import { endSession } from "#lib/identity/sessions/end-session.ts";
import { type ResolvedSession, resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { cookieName, cookieOptions } from "#lib/web/own-cookie.ts";
import { readFrom } from "#lib/web/reader-region.ts";
import { rememberBrowser } from "#lib/web/visitor.ts";

/** The session cookie's name. */
export function sessionCookieName(): string {
  return cookieName("session");
}

/** The session of this request, looked up once per request however many parts of a page ask. */
export const currentSession = cache(async (): Promise<ResolvedSession | null> => {
  const jar = await cookies();
  const session = await resolveSession(jar.get(sessionCookieName())?.value);
  if (session !== null && session.person.region !== null) readFrom(session.person.region);
  return session;
});

/** Gives the browser its session. The cookie holds nothing but the token; who that is stands in the database. */
export async function keepSession(token: string): Promise<void> {
  const jar = await cookies();
  const before = jar.get(sessionCookieName())?.value;
  // The browser forgets it, so nobody would ever end it.
  if (before !== undefined) await endSession(before);
  jar.set(sessionCookieName(), token, cookieOptions(sessionLifetimeDays * 24 * 60 * 60));
  const session = await resolveSession(token);
  if (session !== null) await rememberBrowser(session.person.email);
}

/** Ends the session of this browser, and its cookie. */
export async function forgetSession(): Promise<void> {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (token !== undefined) await endSession(token);
  jar.set(sessionCookieName(), "", cookieOptions(0));
}
