import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownPersonId } from "#lib/identity/people/own-person-id.ts";
import { configuredProviders, issuerKey } from "#lib/identity/providers/configured-providers.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

type Row = { id: string; provider: string; issuer: string; login: string | null };

/** Takes an account at a provider away as a way to sign in. The last way that works stays. */
export const unlinkIdentity = command({
  name: "identity.unlink",
  permission: "person:write",
  route: { method: "DELETE", path: "/account/identities/{id}", summary: "Unlink an account at a provider" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit }) {
    const personId = ownPersonId(ctx);
    // Locked, so that two ways cannot be taken away at the same moment, each as the one that is not the last.
    const [person] = await tx.execute<{ has_password: boolean }>(
      sql`select password_hash is not null as has_password from people where id = ${personId}::uuid for update`,
    );
    const rows = await tx.execute<Row>(
      sql`select id, provider, issuer, login from identities where person_id = ${personId}::uuid`,
    );
    const gone = rows.find(({ id }) => id === input.id);
    if (gone === undefined) throw new AppError("not_found", "There is no such way to sign in.");
    const usable = new Set(configuredProviders().map((provider) => `${provider.id} ${issuerKey(provider)}`));
    const others = rows.filter(({ id, provider, issuer }) => id !== gone.id && usable.has(`${provider} ${issuer}`));
    if (person?.has_password !== true && others.length === 0)
      throw new AppError("conflict", "This is your last way to sign in; link another one first.");
    await tx.execute(sql`delete from identities where id = ${gone.id}::uuid`);
    audit({
      subjectKind: "person",
      subjectId: personId,
      subjectName: ctx.actor.name,
      before: { provider: gone.provider, login: gone.login },
      after: null,
    });
    return { id: gone.id };
  },
});
