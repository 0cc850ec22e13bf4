import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";

/** The person who asks. @throws AppError `forbidden` for a key: it has no account, and must not touch its creator's */
export function ownPersonId(ctx: Context): string {
  if (ctx.actor.kind !== "user" || ctx.actor.personId === undefined)
    throw new AppError("forbidden", "Only a signed-in person has an account; an API key cannot do this.");
  return ctx.actor.personId;
}
