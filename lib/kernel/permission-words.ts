import type { Permission } from "#lib/kernel/permissions.ts";

/** What each permission means, for people who choose the scopes of a key or read what a role may do. */
const words: Record<Permission, string> = {
  "org:read": "See the organization",
  "entity:read": "See the catalog",
  "blueprint:read": "See which kinds of things the catalog has",
  "source:read": "See where the catalog comes from",
  "import:read": "See imports and what they changed",
  "scorecard:read": "See scorecards and levels",
  "action:read": "See the actions there are",
  "run:read": "See runs and their logs",
  "repository:read": "See repositories that actions made",
  "metric:read": "See delivery metrics",
  "deployment:read": "See deployments",
  "incident:read": "See incidents",
  "member:read": "See who belongs to the organization",
  "team:read": "See the teams and who is in them",
  "alias:read": "See under which names people are known elsewhere",
  "view:read": "See saved views",
  "view:write": "Save views for themselves",
  "view:share": "Save views for their teams",
  "view:publish": "Save views for everybody",
  "session:read": "See where they are signed in",
  "session:write": "End their own sessions",
  "notification:read": "Read their own inbox",
  "notification:write": "Tidy their own inbox and choose what they hear of",
  "person:write": "Change their own name and password",
  "run:start": "Run actions",
  "run:cancel": "Cancel runs",
  "catalog:import": "Import catalog files",
  "entity:write": "Change the catalog",
  "deployment:write": "Report deployments",
  "incident:write": "Report incidents",
  "org:write": "Change the organization's name and address",
  "org:create": "Create another organization",
  "org:delete": "Delete the organization, and bring it back",
  "member:write": "Add and remove people, change their roles",
  "team:write": "Create and change teams, and put people into them",
  "invitation:read": "See who is invited",
  "invitation:write": "Invite people, and take invitations back",
  "alias:write": "Say whose a name elsewhere is",
  "key:read": "See API keys, without their tokens",
  "key:write": "Create, rotate and revoke API keys",
  "service-account:read": "See service accounts",
  "service-account:write": "Create and disable service accounts",
  "audit:read": "Read the audit log",
  "blueprint:write": "Change which kinds of things there are and what they are made of",
  "source:write": "Change whose word counts where sources disagree",
  "scorecard:write": "Change scorecards",
  "action:write": "Change actions",
  "job:read": "See background jobs",
  "job:write": "Retry and discard background jobs",
  "secret:read": "See which secrets there are, never their values",
  "secret:write": "Store, replace and delete secrets",
  "webhook:read": "See webhooks and what they received",
  "webhook:write": "Create and change webhooks",
};

const nouns: Record<string, string> = {
  org: "Organization",
  entity: "Catalog",
  blueprint: "Catalog",
  catalog: "Catalog",
  source: "Catalog",
  import: "Catalog",
  view: "Catalog",
  scorecard: "Scorecards",
  action: "Actions",
  run: "Actions",
  repository: "Actions",
  metric: "Delivery",
  deployment: "Delivery",
  incident: "Delivery",
  member: "People",
  team: "People",
  invitation: "People",
  alias: "People",
  session: "People",
  person: "People",
  notification: "People",
  key: "Programs",
  "service-account": "Programs",
  secret: "Programs",
  webhook: "Programs",
  audit: "Operation",
  job: "Operation",
};

/** A permission in words. */
export function permissionInWords(permission: Permission): string {
  return words[permission];
}

/** A permission's name in words; what an older version called something is shown by that name. */
export function scopeInWords(scope: string): string {
  return words[scope as Permission] ?? scope;
}

/** Permissions under what they are about, both in the order given. */
export function permissionsByNoun<T extends { permission: Permission }>(list: T[]): { noun: string; items: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const noun = nouns[item.permission.split(":")[0] ?? ""] ?? "Other";
    groups.set(noun, [...(groups.get(noun) ?? []), item]);
  }
  return [...groups].map(([noun, items]) => ({ noun, items }));
}
