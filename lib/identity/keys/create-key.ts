import { z } from "zod";
import { insertKey, scopesOfRole } from "#lib/identity/keys/insert-key.ts";
import { CreateKeyInput } from "#lib/identity/keys/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import { lowerRole } from "#lib/kernel/permissions.ts";

/**
 * Makes a key for a program, with exactly the scopes chosen now. The token is in this answer and nowhere else; the key can never do more
 * than its owner can at that moment.
 */
export const createKey = command({
  name: "key.create",
  permission: "key:write",
  route: { method: "POST", path: "/keys", summary: "Create an API key" },
  input: CreateKeyInput,
  output: z.object({ id: z.string(), token: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    if (input.role === undefined && input.scopes === undefined) {
      const message = "Choose at least one thing that the key may do";
      throw new AppError("invalid", "Say what the key may do.", [{ path: "scopes", message }]);
    }
    if (input.role !== undefined && lowerRole(input.role, ctx.role) !== input.role) {
      throw new AppError("forbidden", "A key cannot have more rights than you have.", [
        { path: "role", message: `Choose ${ctx.role} or lower` },
      ]);
    }
    const scopes = input.scopes ?? scopesOfRole(input.role ?? "viewer");
    const { name, expiresInDays, serviceAccountId = null } = input;
    const { id, token, prefix, role } = await insertKey(ctx, tx, { name, scopes, serviceAccountId, expiresInDays });
    audit({
      subjectKind: "key",
      subjectId: id,
      subjectName: name,
      after: { name, role, scopes, serviceAccountId, expiresInDays, prefix },
    });
    await emit({ topic: "key.created", subjectId: id });
    return { id, token };
  },
});
