import { z } from "zod";
import { addIdentity, findPersonOf } from "#lib/identity/identities/sign-in-with-account.ts";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Makes an account at a provider, just proven there, one more way to sign in for the person who asks. */
export const linkIdentity = command({
  name: "identity.link",
  permission: "person:write",
  route: { method: "POST", path: "/account/identities", summary: "Link an account at a provider" },
  input: ProviderAccount,
  output: z.object({ isNew: z.boolean() }),
  async run({ ctx, tx, input, audit }) {
    const personId = ownPersonId(ctx);
    const owner = await findPersonOf(tx, input);
    const isNew = owner === null && (await addIdentity(tx, personId, input));
    if (!isNew && owner !== personId)
      throw new AppError("conflict", "This account at the provider signs in somebody else already.");
    const after = { provider: input.provider, login: input.login, email: input.email, isNew };
    audit({ subjectKind: "person", subjectId: personId, subjectName: ctx.actor.name, after });
    return { isNew };
  },
});
