import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { Member } from "#lib/identity/members/schema.ts";
import { query } from "#lib/kernel/operation.ts";

/** Everybody who belongs to the organization. */
export const listMembers = query({
  name: "member.list",
  permission: "member:read",
  route: { method: "GET", path: "/members", summary: "List the members of the organization" },
  input: z.strictObject({}),
  output: z.object({ items: z.array(Member) }),
  async run({ ctx, tx }) {
    const items = await tx.execute<z.infer<typeof Member>>(sql`
      select m.person_id as "personId", p.name, p.email, m.role, m.team_ref as "teamRef", ${iso(sql`m.created_at`)} as "joinedAt",
        coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name)) from team_members tm
          join teams t on t.org_id = tm.org_id and t.id = tm.team_id
          where tm.org_id = m.org_id and tm.person_id = m.person_id), '[]') as teams
      from memberships m join people p on p.id = m.person_id where m.org_id = ${ctx.org.id}::uuid order by p.name, p.id`);
    return { items: [...items] };
  },
});
