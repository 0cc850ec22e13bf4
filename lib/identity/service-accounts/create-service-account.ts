import { sql } from "drizzle-orm";
import { z } from "zod";
import { CreateServiceAccountInput } from "#lib/identity/service-accounts/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Makes an actor that is no person. It can do nothing until it has a key. */
export const createServiceAccount = command({
  name: "service-account.create",
  permission: "service-account:write",
  route: { method: "POST", path: "/service-accounts", summary: "Create a service account" },
  input: CreateServiceAccountInput,
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [row] = await tx.execute<{ id: string }>(sql`
      insert into service_accounts (org_id, name, purpose, role, created_by)
      values (${ctx.org.id}::uuid, ${input.name}, ${input.purpose}, ${input.role}, ${ctx.actor.personId ?? null}::uuid)
      on conflict (org_id, lower(name)) do nothing returning id`);
    if (row === undefined) {
      throw new AppError("conflict", `There is a service account ${input.name} already.`, [
        { path: "name", message: "Taken; choose another name" },
      ]);
    }
    audit({ subjectKind: "service-account", subjectId: row.id, subjectName: input.name, after: input });
    await emit({ topic: "service-account.created", subjectId: row.id });
    return { id: row.id };
  },
});
