import { sql } from "drizzle-orm";
import { z } from "zod";
import { iso } from "#db/columns.ts";
import { pathTo } from "#lib/identity/teams/place-team.ts";
import { Team, type TeamMember } from "#lib/identity/teams/schema.ts";
import { inTreeOrder, type TeamRow, teamRows } from "#lib/identity/teams/team-nodes.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { query } from "#lib/kernel/operation.ts";

type Row = { description: string; createdAt: string; group: z.infer<typeof Team>["group"] };

/** One team: what stands above and under it, and its people, those of its sub-teams included. */
export const getTeam = query({
  name: "team.get",
  permission: "team:read",
  route: { method: "GET", path: "/teams/{id}", summary: "Read a team with its people and sub-teams" },
  input: z.strictObject({ id: z.uuid() }),
  output: Team,
  async run({ ctx, tx, input }) {
    const org = sql`${ctx.org.id}::uuid`;
    const id = sql`${input.id}::uuid`;
    const [rows, [row], members] = await Promise.all([
      tx.execute<TeamRow>(teamRows(ctx.org.id)),
      tx.execute<Row>(sql`
        select t.description, ${iso(sql`t.created_at`)} as "createdAt", case when t.group_ref is not null then json_build_object(
          'ref', t.group_ref, 'evidence', t.group_evidence, 'linkedBy', t.group_linked_by, 'linkedAt', ${iso(sql`t.group_linked_at`)}) end as group
        from teams t where t.org_id = ${org} and t.id = ${id}`),
      tx.execute<TeamMember>(sql`
        with recursive below as (
          select t.id, t.name, 0 as depth from teams t where t.org_id = ${org} and t.id = ${id}
          union all select t.id, t.name, b.depth + 1 from below b join teams t on t.org_id = ${org} and t.parent_id = b.id),
        nearest as (
          select distinct on (m.person_id) m.person_id, b.id, b.name, b.depth from below b
          join team_members m on m.org_id = ${org} and m.team_id = b.id order by m.person_id, b.depth, lower(b.name))
        select p.id as "personId", p.name, p.email,
          case when n.depth > 0 then json_build_object('id', n.id, 'name', n.name) end as through
        from nearest n join people p on p.id = n.person_id order by n.depth > 0, p.name, p.id`),
    ]);
    const all = [...rows];
    const team = all.find((candidate) => candidate.id === input.id);
    if (team === undefined || row === undefined) throw new AppError("not_found", "There is no such team.");
    const ancestors = pathTo(all, team).slice(0, -1);
    return {
      id: team.id,
      name: team.name,
      ...row,
      ancestors: ancestors.map((above) => ({ id: above.id, name: above.name })),
      subteams: inTreeOrder(all, team.id),
      members: [...members],
    };
  },
});
