import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Deletes a value. What uses it fails with a sentence from then on. */
export const deleteSecret = command({
  name: "secret.delete",
  permission: "secret:write",
  route: { method: "DELETE", path: "/secrets/{id}", summary: "Delete a secret" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [deleted] = await tx.execute<{ name: string; purpose: string; origin: string | null }>(sql`
      delete from secrets where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid and purpose <> 'webhook-signing' returning name, purpose, origin`);
    if (deleted === undefined)
      throw new AppError("not_found", "There is no such secret; one of a webhook goes with its webhook.");
    audit({
      subjectKind: "secret",
      subjectId: input.id,
      subjectName: deleted.name,
      before: { ...deleted },
      after: null,
    });
    await emit({ topic: "secret.deleted", subjectId: input.id });
    return { id: input.id };
  },
});
