import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Puts members of the organization into a team; who is in it already stays. It gives them no rights. */
export const addTeamMembers = command({
  name: "team.add-members",
  permission: "team:write",
  route: { method: "POST", path: "/teams/{id}/members", summary: "Put people into a team" },
  input: z.strictObject({
    id: z.uuid(),
    personIds: z.array(z.uuid()).min(1, "Choose somebody").max(200, "Choose at most 200 at once"),
  }),
  output: z.object({ added: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const org = sql`${ctx.org.id}::uuid`;
    const [team] = await tx.execute<{ name: string }>(
      sql`select name from teams where org_id = ${org} and id = ${input.id}::uuid for share`,
    );
    if (team === undefined) throw new AppError("not_found", "There is no such team.");
    const wanted = [...new Set(input.personIds)];
    const people = await tx.execute<{ id: string; name: string }>(sql`
      select p.id, p.name from memberships m join people p on p.id = m.person_id
      where m.org_id = ${org} and m.person_id = any(${sql.param(wanted)}::uuid[]) order by p.name`);
    if (people.length < wanted.length)
      throw new AppError("invalid", "Somebody of these is no member of the organization; nobody was added.", [
        { path: "personIds", message: "Choose members of the organization" },
      ]);
    const added = await tx.execute<{ person_id: string }>(sql`
      insert into team_members (org_id, team_id, person_id) select ${org}, ${input.id}::uuid, unnest(${sql.param(wanted)}::uuid[])
      on conflict do nothing returning person_id`);
    const names = people.filter(({ id }) => added.some((row) => row.person_id === id)).map(({ name }) => name);
    audit({ subjectKind: "team", subjectId: input.id, subjectName: team.name, after: { added: names } });
    await emit({ topic: "team.changed", subjectId: input.id });
    return { added: added.length };
  },
});
