"use server";

import { addMember as addMemberOperation } from "#lib/identity/members/add-member.ts";
import { changeRole as changeRoleOperation } from "#lib/identity/members/change-role.ts";
import { removeMember as removeMemberOperation } from "#lib/identity/members/remove-member.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function addMember(org: string, input: { name: string; email: string; role: Role; password: string }) {
  return mutate(addMemberOperation, org, input);
}

export async function changeRole(org: string, personId: string, role: Role) {
  return mutate(changeRoleOperation, org, { personId, role });
}

export async function removeMember(org: string, personId: string) {
  return mutate(removeMemberOperation, org, { personId });
}
