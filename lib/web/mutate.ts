import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { findCurrentSlug } from "#lib/identity/orgs/find-current-slug.ts";
import { listDeletedOrgs } from "#lib/identity/orgs/list-deleted-orgs.ts";
import type { ResolvedSession } from "#lib/identity/sessions/resolve-session.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError, type MutationResult, problemOf } from "#lib/kernel/errors.ts";
import type { Operation } from "#lib/kernel/operation.ts";
import { contextOf } from "#lib/web/page-context.ts";
import { requireOwnOrigin } from "#lib/web/require-own-origin.ts";
import { currentSession } from "#lib/web/session-cookie.ts";

type FindContext = (session: ResolvedSession, slug: string, requestId: string) => Promise<Context | null>;

/** A page that was opened before the organization got another address goes on working. */
async function findContext(session: ResolvedSession, slug: string, requestId: string): Promise<Context | null> {
  const ctx = contextOf(session, slug, "mutation", requestId);
  if (ctx !== null) return ctx;
  const current = await findCurrentSlug(session.person.id, slug);
  return current === null ? null : contextOf(session, current, "mutation", requestId);
}

/** The context of an organization that is deleted, for its admins, to bring it back; else as for any other mutation. */
export async function findDeletedContext(
  session: ResolvedSession,
  slug: string,
  requestId: string,
): Promise<Context | null> {
  const deleted = await listDeletedOrgs(session.person.id);
  const orgs = deleted.map((org) => ({ ...org, role: "admin" as const }));
  return contextOf({ ...session, orgs: [...orgs, ...session.orgs] }, slug, "mutation", requestId);
}

/** The mutation door: every server action goes through here. */
export async function mutate<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  org: string,
  input: z.input<Input>,
  find: FindContext = findContext,
): Promise<MutationResult<z.output<Output>>> {
  return mutateWith(org, (ctx) => operation.call(ctx, input), find);
}

/** The same for what is no single operation: sending the browser to a provider, for example. */
export async function mutateWith<T>(
  org: string,
  work: (ctx: Context) => Promise<T>,
  find: FindContext = findContext,
): Promise<MutationResult<T>> {
  const requestId = randomUUID();
  try {
    return { ok: true, data: await work(await mutationContext(org, requestId, find)) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, requestId) };
  }
}

/** @throws AppError when the request does not come from our own pages, or from somebody who is not a member. */
async function mutationContext(slug: string, requestId: string, find: FindContext): Promise<Context> {
  await requireOwnOrigin();
  const session = await currentSession();
  if (session === null)
    throw new AppError("unauthenticated", "You were signed out; sign in again. What you entered is still on the page.");
  const ctx = typeof slug === "string" ? await find(session, slug, requestId) : null;
  if (ctx === null) throw new AppError("not_found", "There is nothing at this address.");
  return ctx;
}
