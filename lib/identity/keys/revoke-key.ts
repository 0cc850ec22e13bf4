import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Ends a key at once. Revoking it twice is an error, so that nobody believes they stopped something that was stopped before. */
export const revokeKey = command({
  name: "key.revoke",
  permission: "key:write",
  route: { method: "DELETE", path: "/keys/{id}", summary: "Revoke an API key" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [key] = await tx.execute<{ name: string }>(sql`
      update api_keys set revoked_at = now() where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and revoked_at is null returning name`);
    if (key === undefined) throw new AppError("not_found", "There is no such key that is still valid.");
    audit({ subjectKind: "key", subjectId: input.id, subjectName: key.name, after: null });
    await emit({ topic: "key.revoked", subjectId: input.id });
    return { id: input.id };
  },
});
