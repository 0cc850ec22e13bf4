import { sql } from "drizzle-orm";
import { z } from "zod";
import { insertKey, scopesOfRole } from "#lib/identity/keys/insert-key.ts";
import { RotateKeyInput } from "#lib/identity/keys/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";
import type { Permission, Role } from "#lib/kernel/permissions.ts";

/**
 * Makes a new key with the same name and scopes, and lets the old one end: after a grace in which a program can be given the new one.
 * Whoever rotates sees the new token, so the new key is theirs (or the service account's) and never more than they may.
 */
export const rotateKey = command({
  name: "key.rotate",
  permission: "key:write",
  route: { method: "POST", path: "/keys/{id}/rotate", summary: "Replace an API key by a new one" },
  input: RotateKeyInput,
  output: z.object({ id: z.string(), token: z.string(), oldExpiresAt: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [old] = await tx.execute<{
      name: string;
      role: Role;
      scopes: Permission[] | null;
      service_account_id: string | null;
      expires_at: string;
    }>(sql`
      update api_keys set expires_at = least(expires_at, now() + make_interval(hours => ${input.graceHours}))
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and revoked_at is null and expires_at > now()
      returning name, role, scopes, service_account_id, expires_at`);
    if (old === undefined) throw new AppError("not_found", "There is no such key that is still valid.");
    const made = await insertKey(ctx, tx, {
      name: old.name,
      scopes: old.scopes ?? scopesOfRole(old.role),
      serviceAccountId: old.service_account_id,
      expiresInDays: input.expiresInDays,
    });
    const oldExpiresAt = new Date(old.expires_at).toISOString();
    audit({
      subjectKind: "key",
      subjectId: made.id,
      subjectName: old.name,
      before: { id: input.id, expiresAt: oldExpiresAt },
      after: { id: made.id, prefix: made.prefix, expiresInDays: input.expiresInDays },
    });
    await emit({ topic: "key.rotated", subjectId: made.id });
    return { id: made.id, token: made.token, oldExpiresAt };
  },
});
