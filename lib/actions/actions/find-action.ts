import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { InputSchema } from "#lib/actions/actions/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";

export type RunnableAction = {
  id: string;
  identifier: string;
  title: string;
  inputSchema: InputSchema;
  backend: { kind: string };
};

/** The action that is to run. @throws AppError not_found */
export async function findAction(tx: Transaction, orgId: string, identifier: string): Promise<RunnableAction> {
  const [action] = await tx.execute<RunnableAction>(sql`
    select id, identifier, title, input_schema as "inputSchema", backend from actions where org_id = ${orgId}::uuid and identifier = ${identifier}`);
  if (action === undefined) throw new AppError("not_found", `There is no action ${identifier}.`);
  return action;
}
