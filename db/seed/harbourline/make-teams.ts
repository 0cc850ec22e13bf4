import type { Transaction } from "#db/client.ts";
import { linkTeam } from "#lib/catalog/teams/link-team.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { addTeamMembers } from "#lib/identity/teams/add-team-members.ts";
import { createTeam } from "#lib/identity/teams/create-team.ts";
import type { Context } from "#lib/kernel/context.ts";
import { domains, teams } from "./teams.ts";

/** The teams of the demo company: one for each of its domains, and under it those of the catalog's groups, with whom the group is. */
export async function makeTeams(ctx: Context, tx: Transaction): Promise<void> {
  const { items: members } = await listMembers.call(ctx, {}, tx);
  for (const domain of domains) {
    const { title: name, description } = domain;
    const { id: parentId } = await createTeam.call(ctx, { name, description }, tx);
    for (const team of teams.filter((one) => one.domain === domain.identifier)) {
      const { id } = await createTeam.call(ctx, { name: team.title, description: team.description, parentId }, tx);
      await linkTeam.call(ctx, { id, group: team.identifier }, tx);
      const personIds = members
        .filter(({ teamRef }) => teamRef === `group:${team.identifier}`)
        .map((one) => one.personId);
      if (personIds.length > 0) await addTeamMembers.call(ctx, { id, personIds }, tx);
    }
  }
}
