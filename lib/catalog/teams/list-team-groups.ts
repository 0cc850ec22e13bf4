import { sql } from "drizzle-orm";
import { z } from "zod";
import { hasSameName } from "#lib/catalog/teams/same-name.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

const shownGroups = 500;

const Group = z.object({ identifier: z.string(), title: z.string(), hasSameName: z.boolean() });

/** The groups of the catalog that a team could be, those of its name first. */
export const listTeamGroups = query({
  name: "team.list-groups",
  permission: "team:read",
  route: { method: "GET", path: "/teams/{id}/groups", summary: "List the groups of the catalog that a team could be" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ items: z.array(Group) }),
  async run({ ctx, tx, input }) {
    const org = sql`${ctx.org.id}::uuid`;
    const [[team], groups] = await Promise.all([
      tx.execute<{ name: string }>(sql`select name from teams where org_id = ${org} and id = ${input.id}::uuid`),
      tx.execute<{ identifier: string; title: string }>(sql`
        select e.identifier, e.title from entities e where e.org_id = ${org} and e.blueprint = 'group' and not e.is_archived
          and not exists (select 1 from teams t where t.org_id = ${org} and t.group_ref = 'group:' || e.identifier and t.id <> ${input.id}::uuid)
        order by e.title, e.identifier limit ${shownGroups}`),
    ]);
    if (team === undefined) throw new AppError("not_found", "There is no such team.");
    const items = [...groups].map((group) => ({ ...group, hasSameName: hasSameName(team.name, group) }));
    return { items: items.sort((one, other) => Number(other.hasSameName) - Number(one.hasSameName)) };
  },
});
