import { sql } from "drizzle-orm";
import { z } from "zod";
import { CreateKeyInput } from "#lib/identity/keys/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { lowerRole } from "#lib/kernel/permissions.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

/** Makes a key for a program. The token is in this answer and nowhere else; the key can never do more than its creator can at that moment. */
export const createKey = command({
  name: "key.create",
  permission: "key:write",
  route: { method: "POST", path: "/keys", summary: "Create an API key" },
  input: CreateKeyInput,
  output: z.object({ id: z.string(), token: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    if (ctx.actor.personId === undefined) throw new AppError("forbidden", "Only a signed-in person can create a key.");
    if (lowerRole(input.role, ctx.role) !== input.role) {
      throw new AppError("forbidden", "A key cannot have more rights than you have.", [
        { path: "role", message: `Choose ${ctx.role} or lower` },
      ]);
    }
    const { token, hash, prefix } = makeToken("key");
    const [row] = await tx.execute<{ id: string }>(sql`
      insert into api_keys (org_id, name, prefix, token_hash, role, created_by, expires_at)
      values (${ctx.org.id}::uuid, ${input.name}, ${prefix}, ${hash}, ${input.role}, ${ctx.actor.personId}::uuid, now() + make_interval(days => ${input.expiresInDays}))
      returning id`);
    const id = row?.id ?? "";
    audit({ subjectKind: "key", subjectId: id, subjectName: input.name, after: { ...input, prefix } });
    await emit({ topic: "key.created", subjectId: id });
    return { id, token };
  },
});
