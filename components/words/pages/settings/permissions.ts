export const roles = "Roles";
export const viewers = "Viewers";
export const seeEverythingButKeys = "see everything but keys and the audit log, and change nothing.";
export const members = "Members";
export const alsoRunActionsImport = "also run actions, import, and report deployments and incidents.";
export const admins = "Admins";
export const alsoManagePeopleTeamsKeys =
  "also manage people, teams, keys, secrets, webhooks and the queue, and read the audit log.";
export const apiKeys = "API keys";
export const doWhatWasChosenWhen =
  "do what was chosen when they were made, and never more than their owner may at that moment.";
export const serviceAccounts = "Service accounts";
export const actThroughTheirKeysOnly = "act through their keys only, up to their role. They can never make keys.";
export const teams = "Teams";
export const catalogFiles = "Catalog files";
export const describePeopleAndGroupsThey =
  "describe people and groups. They give nobody a role, an account or a place in a team.";
export const whatEachRoleMayDo = "What each role may do";
export const permissionByPermission = "Permission by permission";
export const sayWhoWorksTogether =
  "say who works together, and sub-teams count for the teams above. Being in one permits nothing by itself.";
