import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Closes an address. Its deliveries and secrets go with it; what was recorded from them stays. */
export const deleteWebhook = command({
  name: "webhook.delete",
  permission: "webhook:write",
  route: { method: "DELETE", path: "/webhooks/{id}", summary: "Delete an inbound webhook" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [webhook] = await tx.execute<{ name: string; secretId: string; previousId: string | null }>(sql`
      delete from webhooks where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid
      returning name, secret_id as "secretId", previous_secret_id as "previousId"`);
    if (webhook === undefined) throw new AppError("not_found", "There is no such webhook.");
    const secrets = [webhook.secretId, webhook.previousId].filter((id) => id !== null);
    await tx.execute(
      sql`delete from secrets where org_id = ${ctx.org.id}::uuid and id = any(${sql.param(secrets)}::uuid[])`,
    );
    audit({
      subjectKind: "webhook",
      subjectId: input.id,
      subjectName: webhook.name,
      before: { name: webhook.name },
      after: null,
    });
    await emit({ topic: "webhook.deleted", subjectId: input.id });
    return { id: input.id };
  },
});
