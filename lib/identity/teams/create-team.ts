import { sql } from "drizzle-orm";
import { z } from "zod";
import { refusingTakenName } from "#lib/identity/teams/name-conflict.ts";
import { checkPlace, lockTeams } from "#lib/identity/teams/place-team.ts";
import { TeamDescription, TeamName } from "#lib/identity/teams/schema.ts";
import { command } from "#lib/kernel/operation.ts";

/** Makes a team, at the top or under another one. */
export const createTeam = command({
  name: "team.create",
  permission: "team:write",
  route: { method: "POST", path: "/teams", summary: "Create a team" },
  input: z.strictObject({ name: TeamName, description: TeamDescription, parentId: z.uuid().nullable().default(null) }),
  output: z.object({ id: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    checkPlace(input.parentId === null ? [] : await lockTeams(tx, ctx.org.id), null, input.parentId);
    const insert = sql`
      insert into teams (org_id, parent_id, name, description)
      values (${ctx.org.id}::uuid, ${input.parentId}::uuid, ${input.name}, ${input.description}) returning id`;
    const [team] = await refusingTakenName(Promise.resolve(tx.execute<{ id: string }>(insert)));
    if (team === undefined) throw new Error("A team was not written");
    audit({ subjectKind: "team", subjectId: team.id, subjectName: input.name, after: input });
    await emit({ topic: "team.changed", subjectId: team.id });
    return { id: team.id };
  },
});
