import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { Action, ActionIdentifier } from "#lib/actions/actions/schema.ts";
import { stepsOf } from "#lib/actions/runs/backends.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

type Row = Omit<Action, "steps"> & { backend: { kind: string } };

export const getAction = query({
  name: "action.get",
  permission: "action:read",
  route: { method: "GET", path: "/actions/{identifier}", summary: "Get an action with its form" },
  input: z.strictObject({ identifier: ActionIdentifier }),
  output: Action,
  async run({ ctx, tx, input }) {
    const [row] = await tx.execute<Row>(sql`
      select a.id, a.identifier, a.title, a.description, a.icon, a.category, a.version, a.input_schema as "inputSchema", a.ui_schema as "uiSchema", a.backend,
        (select count(*)::int from runs r where r.org_id = a.org_id and r.action_id = a.id) as "runCount",
        (select ${iso(sql`max(r.created_at)`)} from runs r where r.org_id = a.org_id and r.action_id = a.id) as "lastRunAt"
      from actions a where a.org_id = ${ctx.org.id}::uuid and a.identifier = ${input.identifier}`);
    if (row === undefined) throw new AppError("not_found", `There is no action ${input.identifier}.`);
    const { backend, ...action } = row;
    return { ...action, steps: stepsOf(backend.kind) };
  },
});
