import { sql } from "drizzle-orm";
import { z } from "zod";
import { SavedView } from "#lib/catalog/views/schema.ts";
import { teamsOfPerson } from "#lib/catalog/views/view-rights.ts";
import { readViews } from "#lib/catalog/views/view-rows.ts";
import { query } from "#lib/kernel/operation.ts";

/** The saved views that whoever asks sees, and the teams for which they may save more. */
export const listViews = query({
  name: "view.list",
  permission: "view:read",
  route: { method: "GET", path: "/views", summary: "List your saved views, your teams' and the organization's" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(SavedView), teams: z.array(z.object({ id: z.string(), name: z.string() })) }),
  async run({ ctx, tx }) {
    const { kind, personId } = ctx.actor;
    const [items, teams] = await Promise.all([
      readViews(ctx, tx, sql`v.list = 'catalog' and v.deleted_at is null`),
      kind !== "user" || personId === undefined
        ? []
        : tx.execute<{ id: string; name: string }>(sql`
            select id, name from teams where org_id = ${ctx.org.id}::uuid and id in (${teamsOfPerson(ctx.org.id, personId)})
            order by lower(name), id`),
    ]);
    return { items, teams: [...teams] };
  },
});
