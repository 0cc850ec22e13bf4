import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findCurrentSlug } from "#lib/identity/orgs/find-current-slug.ts";
import { reservedSlugs } from "#lib/identity/orgs/schema.ts";
import type { ResolvedSession } from "#lib/identity/sessions/resolve-session.ts";
import { type Context, type Door, makeContext } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { movedPath } from "#lib/web/moved-path.ts";
import { currentSession } from "#lib/web/session-cookie.ts";

/**
 * The page door: who asks, for the organization in the address. Sends strangers to sign in; an organization that does not exist and one
 * that the person does not belong to are the same "not found". An address that the organization had leads its members to the one it has.
 */
export const pageContext = cache(async (slug: string): Promise<Context> => {
  // No organization can have this address: asking for a sign-in would promise a page.
  if (reservedSlugs.has(slug)) notFound();
  const session = await currentSession();
  if (session === null) {
    const path = (await headers()).get("x-causeway-path") ?? `/${slug}`;
    redirect(`/signin?next=${encodeURIComponent(path)}`);
  }
  const ctx = contextOf(session, slug, "page");
  if (ctx !== null) return ctx;
  const current = await findCurrentSlug(session.person.id, slug);
  if (current === null) notFound();
  redirect(movedPath((await headers()).get("x-causeway-path") ?? `/${slug}`, slug, current));
});

/** A person's context in one of their organizations, or null. */
export function contextOf(session: ResolvedSession, slug: string, door: Door, requestId?: string): Context | null {
  const org = session.orgs.find((candidate) => candidate.slug === slug);
  if (org === undefined) return null;
  const { id, name, email } = session.person;
  const actor = {
    kind: "user",
    id,
    personId: id,
    name,
    email,
    sessionId: session.sessionId,
  } as const;
  return makeContext({ org, actor, role: org.role, door, requestId });
}

/** What an operation answers, or the page's "not found" when the thing is not there or not theirs to see. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) notFound();
    throw error;
  }
}
