import { z } from "zod";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { AppError, type MutationResult } from "#lib/kernel/errors.ts";
import { mutateWith } from "#lib/web/mutate.ts";
import { startFlow } from "#lib/web/providers/start-flow.ts";

/** Begins linking an account at a provider to whoever is signed in. Nothing is changed before the provider says who they are there. */
export async function startLinking(org: string, provider: string): Promise<MutationResult<{ url: string }>> {
  return mutateWith(org, async (ctx) => {
    const parsed = z.string().max(20).safeParse(provider);
    if (!parsed.success)
      throw new AppError("invalid", "Some of the input cannot be used.", [{ path: "provider", message: "Unknown" }]);
    return startFlow(parsed.data, { purpose: "link", personId: ownPersonId(ctx), org: ctx.org.slug });
  });
}
