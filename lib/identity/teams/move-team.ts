import { sql } from "drizzle-orm";
import { z } from "zod";
import { checkPlace, lockTeams, teamOf } from "#lib/identity/teams/place-team.ts";
import { command } from "#lib/kernel/operation.ts";

/** Puts a team, with everything under it, under another one or at the top. Never under itself. */
export const moveTeam = command({
  name: "team.move",
  permission: "team:write",
  route: { method: "PUT", path: "/teams/{id}/parent", summary: "Move a team under another one, or to the top" },
  input: z.strictObject({ id: z.uuid(), parentId: z.uuid().nullable() }),
  output: z.object({ parentId: z.string().nullable() }),
  async run({ ctx, tx, input, audit, emit }) {
    const teams = await lockTeams(tx, ctx.org.id);
    const team = teamOf(teams, input.id);
    checkPlace(teams, team, input.parentId);
    const named = (id: string | null) => teams.find((other) => other.id === id)?.name ?? null;
    await tx.execute(
      sql`update teams set parent_id = ${input.parentId}::uuid where org_id = ${ctx.org.id}::uuid and id = ${input.id}::uuid`,
    );
    audit({
      subjectKind: "team",
      subjectId: team.id,
      subjectName: team.name,
      before: { under: named(team.parentId) },
      after: { under: named(input.parentId) },
    });
    await emit({ topic: "team.changed", subjectId: team.id });
    return { parentId: input.parentId };
  },
});
