import { sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

/** Takes a person out of a team. They stay a member of the organization, with the same rights. */
export const removeTeamMember = command({
  name: "team.remove-member",
  permission: "team:write",
  route: { method: "POST", path: "/teams/{id}/departures", summary: "Take a person out of a team" },
  input: z.strictObject({ id: z.uuid(), personId: z.uuid() }),
  output: z.object({ personId: z.string() }),
  async run({ ctx, tx, input, audit, emit }) {
    const [removed] = await tx.execute<{ team: string; person: string }>(sql`
      delete from team_members m using teams t, people p
      where m.org_id = ${ctx.org.id}::uuid and m.team_id = ${input.id}::uuid and m.person_id = ${input.personId}::uuid
        and t.org_id = m.org_id and t.id = m.team_id and p.id = m.person_id
      returning t.name as team, p.name as person`);
    if (removed === undefined) throw new AppError("not_found", "There is no such person in this team.");
    const before = { member: removed.person };
    audit({ subjectKind: "team", subjectId: input.id, subjectName: removed.team, before, after: null });
    await emit({ topic: "team.changed", subjectId: input.id });
    return { personId: input.personId };
  },
});
