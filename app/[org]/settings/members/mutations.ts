"use server";

import { createInvitation as createInvitationOperation } from "#lib/identity/invitations/create-invitation.ts";
import { resendInvitation as resendInvitationOperation } from "#lib/identity/invitations/resend-invitation.ts";
import { revokeInvitation as revokeInvitationOperation } from "#lib/identity/invitations/revoke-invitation.ts";
import { addMember as addMemberOperation } from "#lib/identity/members/add-member.ts";
import { changeRole as changeRoleOperation } from "#lib/identity/members/change-role.ts";
import { removeMember as removeMemberOperation } from "#lib/identity/members/remove-member.ts";
import { createPasswordLink as createPasswordLinkOperation } from "#lib/identity/passwords/create-password-link.ts";
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

export async function createInvitation(org: string, input: { email: string; role: Role }) {
  return mutate(createInvitationOperation, org, input);
}

export async function resendInvitation(org: string, id: string) {
  return mutate(resendInvitationOperation, org, { id });
}

export async function revokeInvitation(org: string, id: string) {
  return mutate(revokeInvitationOperation, org, { id });
}

export async function createPasswordLink(org: string, personId: string) {
  return mutate(createPasswordLinkOperation, org, { personId });
}
