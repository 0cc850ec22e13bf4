import { sql } from "drizzle-orm";
import { z } from "zod";
import { hasSameName } from "#lib/catalog/teams/same-name.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { command } from "#lib/kernel/operation.ts";

type Group = { identifier: string; title: string };

/**
 * Says which group of the catalog a team is, so that what the group owns counts as the team's; null takes it back. Who is in the team
 * stays as it is: what a catalog file says about the group's members puts nobody in.
 */
export const linkTeam = command({
  name: "team.link",
  permission: "team:write",
  route: { method: "PUT", path: "/teams/{id}/group", summary: "Say which group of the catalog a team is" },
  input: z.strictObject({ id: z.uuid(), group: z.string().min(1).max(200).nullable() }),
  output: z.object({ groupRef: z.string().nullable() }),
  async run({ ctx, tx, input, audit, emit }) {
    const org = sql`${ctx.org.id}::uuid`;
    const [team] = await tx.execute<{ name: string; groupRef: string | null }>(sql`
      select name, group_ref as "groupRef" from teams where org_id = ${org} and id = ${input.id}::uuid for update`);
    if (team === undefined) throw new AppError("not_found", "There is no such team.");
    const groupRef = input.group === null ? null : `group:${input.group}`;
    const refuse = (message: string) =>
      new AppError("invalid", `${message} Nothing was changed.`, [{ path: "group", message }]);
    const [[group], [taken]] = await Promise.all([
      tx.execute<Group>(sql`
        select identifier, title from entities where org_id = ${org} and blueprint = 'group' and identifier = ${input.group} and not is_archived`),
      tx.execute<{ name: string }>(sql`
        select name from teams where org_id = ${org} and group_ref = ${groupRef} and id <> ${input.id}::uuid`),
    ]);
    if (groupRef !== null && group === undefined) throw refuse("The catalog has no such group.");
    if (taken !== undefined) throw refuse(`The team ${taken.name} is this group already.`);
    const evidence = group === undefined ? null : hasSameName(team.name, group) ? "same name" : "chosen";
    await tx.execute(sql`
      update teams set group_ref = ${groupRef}, group_evidence = ${evidence},
        group_linked_by = ${groupRef === null ? null : ctx.actor.name}, group_linked_at = case when ${groupRef}::text is not null then now() end
      where org_id = ${org} and id = ${input.id}::uuid`);
    const [before, after] = [{ group: team.groupRef }, { group: groupRef, evidence }];
    audit({ subjectKind: "team", subjectId: input.id, subjectName: team.name, before, after });
    await emit({ topic: "team.changed", subjectId: input.id });
    return { groupRef };
  },
});
