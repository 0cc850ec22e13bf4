import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { ActionSummary } from "#lib/actions/actions/schema.ts";
import { query } from "#lib/kernel/operation.ts";

export const listActions = query({
  name: "action.list",
  permission: "action:read",
  route: { method: "GET", path: "/actions", summary: "List the actions" },
  input: z.strictObject({}),
  output: z.object({ actions: z.array(ActionSummary) }),
  async run({ ctx, tx }) {
    return { actions: [...(await tx.execute<ActionSummary>(actionsStatement(ctx.org.id)))] };
  },
});

/** Every action with how often it was run. */
export function actionsStatement(orgId: string): SQL {
  return sql`
      select a.id, a.identifier, a.title, a.description, a.icon, a.category, a.version, coalesce(r.count, 0)::int as "runCount", ${iso(sql`r.last`)} as "lastRunAt"
      from actions a
      left join (select action_id, count(*) as count, max(created_at) as last from runs where org_id = ${orgId}::uuid group by action_id) r on r.action_id = a.id
      where a.org_id = ${orgId}::uuid
      order by a.category, a.title`;
}
