"use server";

import { unlinkIdentity as unlinkIdentityOperation } from "#lib/identity/identities/unlink-identity.ts";
import { changePassword as changePasswordOperation } from "#lib/identity/people/change-password.ts";
import { chooseRegion as chooseRegionOperation } from "#lib/identity/people/choose-region.ts";
import { renamePerson as renamePersonOperation } from "#lib/identity/people/rename-person.ts";
import type { Region } from "#lib/identity/people/schema.ts";
import { revokeSession as revokeSessionOperation } from "#lib/identity/sessions/revoke-session.ts";
import { revokeSessions as revokeSessionsOperation } from "#lib/identity/sessions/revoke-sessions.ts";
import { mutate } from "#lib/web/mutate.ts";
import { startLinking } from "#lib/web/providers/start-linking.ts";

export async function renamePerson(org: string, name: string) {
  return mutate(renamePersonOperation, org, { name });
}

export async function chooseRegion(org: string, input: { region: Region | null }) {
  return mutate(chooseRegionOperation, org, input);
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

export async function linkIdentity(org: string, provider: string) {
  return startLinking(org, provider);
}

export async function unlinkIdentity(org: string, id: string) {
  return mutate(unlinkIdentityOperation, org, { id });
}
