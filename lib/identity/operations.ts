import { createKey } from "#lib/identity/keys/create-key.ts";
import { listKeys } from "#lib/identity/keys/list-keys.ts";
import { revokeKey } from "#lib/identity/keys/revoke-key.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { changeRole } from "#lib/identity/members/change-role.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";

export const identityOperations = [listMembers, addMember, changeRole, removeMember, listKeys, createKey, revokeKey];
