import { decideAliases } from "#lib/identity/aliases/decide-aliases.ts";
import { listAliases } from "#lib/identity/aliases/list-aliases.ts";
import { getFirstSteps } from "#lib/identity/first-steps/get-first-steps.ts";
import { hideFirstSteps } from "#lib/identity/first-steps/hide-first-steps.ts";
import { listIdentities } from "#lib/identity/identities/list-identities.ts";
import { unlinkIdentity } from "#lib/identity/identities/unlink-identity.ts";
import { createInvitation } from "#lib/identity/invitations/create-invitation.ts";
import { listInvitations } from "#lib/identity/invitations/list-invitations.ts";
import { resendInvitation } from "#lib/identity/invitations/resend-invitation.ts";
import { revokeInvitation } from "#lib/identity/invitations/revoke-invitation.ts";
import { createKey } from "#lib/identity/keys/create-key.ts";
import { listKeys } from "#lib/identity/keys/list-keys.ts";
import { revokeKey } from "#lib/identity/keys/revoke-key.ts";
import { rotateKey } from "#lib/identity/keys/rotate-key.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { changeRole } from "#lib/identity/members/change-role.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";
import { addOrg } from "#lib/identity/orgs/add-org.ts";
import { deleteOrg } from "#lib/identity/orgs/delete-org.ts";
import { getOrg } from "#lib/identity/orgs/get-org.ts";
import { leaveOrg } from "#lib/identity/orgs/leave-org.ts";
import { renameOrg } from "#lib/identity/orgs/rename-org.ts";
import { createPasswordLink } from "#lib/identity/passwords/create-password-link.ts";
import { changePassword } from "#lib/identity/people/change-password.ts";
import { chooseRegion } from "#lib/identity/people/choose-region.ts";
import { renamePerson } from "#lib/identity/people/rename-person.ts";
import { createServiceAccount } from "#lib/identity/service-accounts/create-service-account.ts";
import { disableServiceAccount } from "#lib/identity/service-accounts/disable-service-account.ts";
import { listServiceAccounts } from "#lib/identity/service-accounts/list-service-accounts.ts";
import { listSessions } from "#lib/identity/sessions/list-sessions.ts";
import { revokeSession } from "#lib/identity/sessions/revoke-session.ts";
import { revokeSessions } from "#lib/identity/sessions/revoke-sessions.ts";
import { addTeamMembers } from "#lib/identity/teams/add-team-members.ts";
import { createTeam } from "#lib/identity/teams/create-team.ts";
import { deleteTeam } from "#lib/identity/teams/delete-team.ts";
import { getTeam } from "#lib/identity/teams/get-team.ts";
import { listTeams } from "#lib/identity/teams/list-teams.ts";
import { moveTeam } from "#lib/identity/teams/move-team.ts";
import { removeTeamMember } from "#lib/identity/teams/remove-team-member.ts";
import { renameTeam } from "#lib/identity/teams/rename-team.ts";

export const identityOperations = [
  listAliases,
  decideAliases,
  getOrg,
  addOrg,
  renameOrg,
  leaveOrg,
  deleteOrg,
  listMembers,
  addMember,
  changeRole,
  removeMember,
  createPasswordLink,
  listKeys,
  createKey,
  rotateKey,
  revokeKey,
  listServiceAccounts,
  createServiceAccount,
  disableServiceAccount,
  listSessions,
  revokeSession,
  revokeSessions,
  renamePerson,
  chooseRegion,
  changePassword,
  listInvitations,
  createInvitation,
  resendInvitation,
  revokeInvitation,
  listIdentities,
  unlinkIdentity,
  getFirstSteps,
  hideFirstSteps,
  listTeams,
  getTeam,
  createTeam,
  renameTeam,
  moveTeam,
  deleteTeam,
  addTeamMembers,
  removeTeamMember,
];
