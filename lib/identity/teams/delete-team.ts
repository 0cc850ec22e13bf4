import { sql } from "drizzle-orm";
import { z } from "zod";
import { lockTeams, teamOf } from "#lib/identity/teams/place-team.ts";
import { command } from "#lib/kernel/operation.ts";

/** Takes a team away. Teams under it move up to where it stood; people and what the catalog says stay as they are. */
export const deleteTeam = command({
  name: "team.delete",
  permission: "team:write",
  route: { method: "DELETE", path: "/teams/{id}", summary: "Delete a team; those under it move up" },
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ movedUp: z.number() }),
  async run({ ctx, tx, input, audit, emit }) {
    const teams = await lockTeams(tx, ctx.org.id);
    const team = teamOf(teams, input.id);
    const children = teams.filter((other) => other.parentId === team.id).map((child) => child.name);
    const org = sql`${ctx.org.id}::uuid`;
    await tx.execute(
      sql`update teams set parent_id = ${team.parentId}::uuid where org_id = ${org} and parent_id = ${team.id}::uuid`,
    );
    const people = await tx.execute(
      sql`delete from team_members where org_id = ${org} and team_id = ${team.id}::uuid returning 1`,
    );
    await tx.execute(sql`delete from teams where org_id = ${org} and id = ${team.id}::uuid`);
    audit({
      subjectKind: "team",
      subjectId: team.id,
      subjectName: team.name,
      before: { name: team.name, people: people.length, subteams: children },
      after: null,
    });
    await emit({ topic: "team.changed", subjectId: team.id });
    return { movedUp: children.length };
  },
});
