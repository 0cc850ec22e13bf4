import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";

/**
 * The person whose inbox the caller has.
 * @throws AppError for programs, which have none
 */
export function inboxOwner(ctx: Context): string {
  if (ctx.actor.personId === undefined)
    throw new AppError("forbidden", "An inbox belongs to a person; sign in instead of using a key.");
  return ctx.actor.personId;
}
