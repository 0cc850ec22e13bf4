"use server";

import { changePassword as changePasswordOperation } from "#lib/identity/people/change-password.ts";
import { renamePerson as renamePersonOperation } from "#lib/identity/people/rename-person.ts";
import { revokeSession as revokeSessionOperation } from "#lib/identity/sessions/revoke-session.ts";
import { revokeSessions as revokeSessionsOperation } from "#lib/identity/sessions/revoke-sessions.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function renamePerson(org: string, name: string) {
  return mutate(renamePersonOperation, org, { name });
}

export async function changePassword(org: string, input: { currentPassword: string; newPassword: string }) {
  return mutate(changePasswordOperation, org, input);
}

export async function revokeSession(org: string, id: string) {
  return mutate(revokeSessionOperation, org, { id });
}

export async function revokeSessions(org: string, keepsCurrent: boolean) {
  return mutate(revokeSessionsOperation, org, { keepsCurrent });
}
