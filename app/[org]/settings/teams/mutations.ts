"use server";

import { linkTeam as linkTeamOperation } from "#lib/catalog/teams/link-team.ts";
import { addTeamMembers as addTeamMembersOperation } from "#lib/identity/teams/add-team-members.ts";
import { createTeam as createTeamOperation } from "#lib/identity/teams/create-team.ts";
import { deleteTeam as deleteTeamOperation } from "#lib/identity/teams/delete-team.ts";
import { moveTeam as moveTeamOperation } from "#lib/identity/teams/move-team.ts";
import { removeTeamMember as removeTeamMemberOperation } from "#lib/identity/teams/remove-team-member.ts";
import { renameTeam as renameTeamOperation } from "#lib/identity/teams/rename-team.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function createTeam(org: string, input: { name: string; description: string; parentId: string | null }) {
  return mutate(createTeamOperation, org, input);
}

export async function renameTeam(org: string, id: string, values: { name: string; description: string }) {
  return mutate(renameTeamOperation, org, { id, ...values });
}

export async function moveTeam(org: string, id: string, parentId: string | null) {
  return mutate(moveTeamOperation, org, { id, parentId });
}

export async function deleteTeam(org: string, id: string) {
  return mutate(deleteTeamOperation, org, { id });
}

export async function addTeamMembers(org: string, id: string, personIds: string[]) {
  return mutate(addTeamMembersOperation, org, { id, personIds });
}

export async function removeTeamMember(org: string, id: string, personId: string) {
  return mutate(removeTeamMemberOperation, org, { id, personId });
}

export async function linkTeam(org: string, id: string, group: string | null) {
  return mutate(linkTeamOperation, org, { id, group });
}
