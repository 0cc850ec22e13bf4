import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Stops a service account: all of its keys are refused from their next request on. Enabling it lets them work again. */
export const disableServiceAccount = command({
  name: "service-account.disable",
  permission: "service-account:write",
  route: { method: "POST", path: "/service-accounts/{id}/disable", summary: "Disable or enable a service account" },
  input: z.strictObject({ id: z.uuid(), isDisabled: z.boolean().default(true) }),
  output: z.object({ id: z.string(), isDisabled: z.boolean() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [account] = await tx.execute<{ name: string }>(sql`
      update service_accounts set disabled_at = case when ${input.isDisabled} then coalesce(disabled_at, now()) end
      where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid returning name`);
    if (account === undefined) throw new AppError("not_found", "There is no such service account.");
    audit({
      subjectKind: "service-account",
      subjectId: input.id,
      subjectName: account.name,
      after: { isDisabled: input.isDisabled },
    });
    await emit({ topic: "service-account.changed", subjectId: input.id });
    return { id: input.id, isDisabled: input.isDisabled };
  },
});
