import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Context } from "#lib/kernel/context.ts";
import { AppError, type MutationResult, problemOf } from "#lib/kernel/errors.ts";
import type { Operation } from "#lib/kernel/operation.ts";
import { contextOf } from "#lib/web/page-context.ts";
import { requireOwnOrigin } from "#lib/web/require-own-origin.ts";
import { currentSession } from "#lib/web/session-cookie.ts";

/** The mutation door: every server action goes through here. */
export async function mutate<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  org: string,
  input: z.input<Input>,
): Promise<MutationResult<z.output<Output>>> {
  const requestId = randomUUID();
  try {
    return { ok: true, data: await operation.call(await mutationContext(org, requestId), input) };
  } catch (error) {
    return { ok: false, problem: problemOf(error, requestId) };
  }
}

/** @throws AppError when the request does not come from our own pages, or from somebody who is not a member. */
async function mutationContext(slug: string, requestId: string): Promise<Context> {
  await requireOwnOrigin();
  const session = await currentSession();
  if (session === null)
    throw new AppError("unauthenticated", "You were signed out; sign in again. What you entered is still on the page.");
  const ctx = typeof slug === "string" ? contextOf(session, slug, "mutation", requestId) : null;
  if (ctx === null) throw new AppError("not_found", "There is nothing at this address.");
  return ctx;
}
