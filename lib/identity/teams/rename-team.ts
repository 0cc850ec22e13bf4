import { sql } from "drizzle-orm";
import { z } from "zod";
import { refusingTakenName } from "#lib/identity/teams/name-conflict.ts";
import { TeamDescription, TeamName } from "#lib/identity/teams/schema.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Changes a team's name and what it says about itself. */
export const renameTeam = command({
  name: "team.rename",
  permission: "team:write",
  route: { method: "PUT", path: "/teams/{id}/name", summary: "Change a team's name and description" },
  input: z.strictObject({ id: z.uuid(), name: TeamName, description: TeamDescription }),
  output: z.object({ name: z.string(), description: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const { id, name, description } = input;
    const [before] = await tx.execute<{ name: string; description: string }>(
      sql`select name, description from teams where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid for update`,
    );
    if (before === undefined) throw new AppError("not_found", "There is no such team.");
    const update = sql`
      update teams set name = ${name}, description = ${description} where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid`;
    await refusingTakenName(Promise.resolve(tx.execute(update)));
    audit({ subjectKind: "team", subjectId: id, subjectName: name, before, after: { name, description } });
    await emit({ topic: "team.changed", subjectId: id });
    return { name, description };
  },
});
