import type { Role } from "#lib/kernel/permissions.ts";

/**
 * Every door of the portal with the lowest role that may go through it, written down by hand and not derived from the permissions: what
 * `matrix.spec.ts` holds the built portal to. A door that is not here fails the test by its name, and so does a line whose door is gone.
 */
export type ObjectKind = keyof typeof objectKinds;

/** What stands for a thing in an address: a real one of Harbourline, and one that is nowhere.
 * The foreign one is found by the test. `isEverywhere`: every organization has one of this name. */
export const objectKinds = {
  entity: { own: "component/card-vault", missing: "component/no-such-thing" },
  blueprint: { own: "component", missing: "no-such-kind", isEverywhere: true },
  scorecard: { own: "ownership-and-docs", missing: "no-such-scorecard", isEverywhere: true },
  action: { own: "create-service", missing: "no-such-action", isEverywhere: true },
  run: { missing: "987654" },
  repository: { missing: "no-such-repository" },
  import: { missing: "0190c0de-0000-7000-8000-000000000001" },
  member: { missing: "0190c0de-0000-7000-8000-000000000002" },
  key: { missing: "0190c0de-0000-7000-8000-000000000003" },
  secret: { missing: "0190c0de-0000-7000-8000-000000000004" },
  webhook: { missing: "0190c0de-0000-7000-8000-000000000005" },
  delivery: { missing: "0190c0de-0000-7000-8000-000000000006" },
  job: { missing: "987654321" },
  session: { missing: "0190c0de-0000-7000-8000-000000000007" },
  invitation: { missing: "0190c0de-0000-7000-8000-00000000000a" },
  identity: { missing: "0190c0de-0000-7000-8000-000000000009" },
  team: { missing: "0190c0de-0000-7000-8000-00000000000b" },
  view: { missing: "0190c0de-0000-7000-8000-00000000000c" },
  serviceAccount: { missing: "0190c0de-0000-7000-8000-000000000008" },
} satisfies Record<string, { own?: string; missing: string; isEverywhere?: true }>;

/**
 * `object` replaces the parameters of the path; `body` and `query` are what it takes to get as far as looking for it, `missing` the
 * answer for a thing that is not there, when it is not 404. `isPersonal`: about whoever is signed in, so that no key has any business there.
 */
export type RestDoor = {
  lowest: Role;
  object?: ObjectKind;
  body?: Record<string, unknown>;
  query?: string;
  missing?: number;
  isPersonal?: true;
};

const nobody = "0190c0de-0000-7000-8000-00000000000a";

const scorecard = {
  title: "T",
  filter: 'blueprint = "component"',
  levels: ["One"],
  rules: [{ identifier: "r", title: "R", level: "One", query: "owner exists", remedy: "r" }],
};

const blueprint = { title: "T", pluralTitle: "T", definition: { allowsOthers: true } };

export const restDoors: Record<string, RestDoor> = {
  "GET /blueprints": { lowest: "viewer" },
  "GET /blueprints/{identifier}": { lowest: "viewer", object: "blueprint" },
  "POST /blueprints": { lowest: "admin" },
  "PUT /blueprints/{identifier}": { lowest: "admin", object: "blueprint", body: blueprint },
  "POST /blueprints/{identifier}/preview": { lowest: "admin", object: "blueprint", body: { definition: {} } },
  "DELETE /blueprints/{identifier}": { lowest: "admin", object: "blueprint" },
  "GET /entities": { lowest: "viewer" },
  "GET /entities/count": { lowest: "viewer" },
  "GET /entities/search": { lowest: "viewer" },
  "GET /entities/options": { lowest: "viewer" },
  "GET /entities/{blueprint}/{+identifier}": { lowest: "viewer", object: "entity" },
  "POST /entities": { lowest: "member" },
  "PATCH /entities/{blueprint}/{+identifier}": { lowest: "member", object: "entity", body: { lifecycle: "matrix" } },
  "DELETE /entities/{blueprint}/{+identifier}": { lowest: "member", object: "entity" },
  "POST /entities/archive": { lowest: "member" },
  "POST /entities/restore": { lowest: "member" },
  "POST /entities/overrides/drop": { lowest: "member" },
  "GET /entity-provenance": { lowest: "viewer" },
  "GET /entity-removal": { lowest: "viewer" },
  "GET /entity-versions": { lowest: "viewer" },
  "POST /entities/bulk": { lowest: "member" },
  "GET /mine": { lowest: "viewer" },
  "GET /views": { lowest: "viewer" },
  "POST /views": { lowest: "viewer" },
  "PATCH /views/{id}": { lowest: "viewer", object: "view" },
  "DELETE /views/{id}": { lowest: "viewer", object: "view" },
  "GET /sources": { lowest: "viewer" },
  "POST /catalog/imports": { lowest: "member" },
  "POST /catalog/imports/preview": { lowest: "member" },
  "GET /catalog/imports": { lowest: "viewer" },
  "GET /catalog/imports/{importId}": { lowest: "viewer", object: "import" },
  "GET /scorecards": { lowest: "viewer" },
  "GET /scorecards/{identifier}": { lowest: "viewer", object: "scorecard" },
  "GET /entity-scores": { lowest: "viewer" },
  "GET /entity-levels": { lowest: "viewer" },
  "GET /entity-failures": { lowest: "viewer" },
  "GET /level-changes": { lowest: "viewer" },
  "GET /entity-standings": { lowest: "viewer" },
  "POST /scorecards": { lowest: "admin" },
  "PUT /scorecards/{identifier}": { lowest: "admin", object: "scorecard", body: scorecard },
  "DELETE /scorecards/{identifier}": { lowest: "admin", object: "scorecard" },
  "GET /actions": { lowest: "viewer" },
  "GET /actions/{identifier}": { lowest: "viewer", object: "action" },
  "GET /actions/{identifier}/preview": { lowest: "viewer", object: "action", query: "&inputs={}" },
  "POST /actions/{identifier}/runs": { lowest: "member", object: "action", body: { inputs: {} } },
  "GET /activity": { lowest: "viewer" },
  "GET /runs": { lowest: "viewer" },
  "GET /runs/{number}": { lowest: "viewer", object: "run" },
  "GET /runs/{number}/log": { lowest: "viewer", object: "run" },
  "POST /runs/{number}/cancel": { lowest: "member", object: "run" },
  "GET /repositories": { lowest: "viewer" },
  "GET /repositories/{name}": { lowest: "viewer", object: "repository" },
  "POST /deployments": { lowest: "member" },
  "POST /deployments/bulk": { lowest: "member" },
  "GET /deployments": { lowest: "viewer" },
  "GET /deployments/latest": { lowest: "viewer" },
  "POST /incidents": { lowest: "member" },
  "POST /incidents/bulk": { lowest: "member" },
  "GET /metrics/delivery": { lowest: "viewer" },
  "GET /metrics/delivery/rows": { lowest: "viewer" },
  "GET /org": { lowest: "viewer" },
  "POST /orgs": { lowest: "admin", isPersonal: true },
  "PUT /org/name": { lowest: "admin" },
  "POST /org/departures": { lowest: "viewer", isPersonal: true },
  "POST /org/deletion": { lowest: "admin", isPersonal: true },
  "GET /members": { lowest: "viewer" },
  "POST /members": { lowest: "admin" },
  "PUT /members/{personId}/role": { lowest: "admin", object: "member", body: { role: "viewer" } },
  "DELETE /members/{personId}": { lowest: "admin", object: "member" },
  "GET /teams": { lowest: "viewer" },
  "POST /teams": { lowest: "admin" },
  "GET /teams/{id}": { lowest: "viewer", object: "team" },
  "PUT /teams/{id}/name": { lowest: "admin", object: "team", body: { name: "Matrix" } },
  "PUT /teams/{id}/parent": { lowest: "admin", object: "team", body: { parentId: null } },
  "DELETE /teams/{id}": { lowest: "admin", object: "team" },
  "POST /teams/{id}/members": { lowest: "admin", object: "team", body: { personIds: [nobody] } },
  "POST /teams/{id}/departures": { lowest: "admin", object: "team", body: { personId: nobody } },
  "GET /teams/{id}/groups": { lowest: "viewer", object: "team" },
  "PUT /teams/{id}/group": { lowest: "admin", object: "team", body: { group: null } },
  "POST /members/{personId}/password-link": { lowest: "admin", object: "member" },
  "GET /invitations": { lowest: "admin" },
  "POST /invitations": { lowest: "admin" },
  "POST /invitations/{id}/resend": { lowest: "admin", object: "invitation" },
  "DELETE /invitations/{id}": { lowest: "admin", object: "invitation" },
  "GET /aliases": { lowest: "viewer" },
  "POST /aliases/decisions": { lowest: "admin" },
  "GET /keys": { lowest: "admin" },
  "POST /keys": { lowest: "admin" },
  "DELETE /keys/{id}": { lowest: "admin", object: "key" },
  "POST /keys/{id}/rotate": { lowest: "admin", object: "key", body: { expiresInDays: 1, graceHours: 0 } },
  "GET /service-accounts": { lowest: "admin" },
  "POST /service-accounts": { lowest: "admin" },
  "POST /service-accounts/{id}/disable": { lowest: "admin", object: "serviceAccount" },
  "GET /sessions": { lowest: "viewer", isPersonal: true },
  "DELETE /sessions/{id}": { lowest: "viewer", object: "session", isPersonal: true },
  "POST /sessions/revocations": { lowest: "viewer", isPersonal: true },
  "PUT /account/region": { lowest: "viewer", isPersonal: true },
  "PUT /account/name": { lowest: "viewer", isPersonal: true },
  "PUT /account/password": { lowest: "viewer", isPersonal: true },
  "GET /account/identities": { lowest: "viewer", isPersonal: true },
  "DELETE /account/identities/{id}": { lowest: "viewer", object: "identity", isPersonal: true },
  "GET /first-steps": { lowest: "viewer" },
  "PUT /first-steps/hidden": { lowest: "viewer", isPersonal: true },
  "GET /notifications": { lowest: "viewer", isPersonal: true },
  "GET /notifications/count": { lowest: "viewer", isPersonal: true },
  "POST /notifications/read": { lowest: "viewer", isPersonal: true },
  "POST /notifications/all-read": { lowest: "viewer", isPersonal: true },
  "POST /notifications/archived": { lowest: "viewer", isPersonal: true },
  "GET /notifications/preferences": { lowest: "viewer", isPersonal: true },
  "PUT /notifications/preferences": { lowest: "viewer", isPersonal: true },
  "GET /audit": { lowest: "admin" },
  "POST /audit/exports": { lowest: "admin" },
  "GET /secrets": { lowest: "admin" },
  "POST /secrets": { lowest: "admin" },
  "PUT /secrets/{id}": { lowest: "admin", object: "secret", body: { value: "x", origin: "https://one.example" } },
  "DELETE /secrets/{id}": { lowest: "admin", object: "secret" },
  "GET /webhooks": { lowest: "admin" },
  "POST /webhooks": { lowest: "admin" },
  "POST /webhooks/{id}/secret": { lowest: "admin", object: "webhook" },
  "DELETE /webhooks/{id}": { lowest: "admin", object: "webhook" },
  "GET /webhooks/{webhookId}/deliveries": { lowest: "admin", object: "webhook", missing: 200 },
  "GET /webhooks/deliveries/{id}": { lowest: "admin", object: "delivery" },
  "POST /webhooks/deliveries/{id}/replay": { lowest: "admin", object: "delivery" },
  "GET /jobs": { lowest: "admin" },
  "POST /jobs/{id}/retry": { lowest: "admin", object: "job" },
  "DELETE /jobs/{id}": { lowest: "admin", object: "job" },
};

/**
 * `object` and `more` are the arguments after the organization: which thing, and what else it takes to get as far as looking for it.
 * `takesNothing`: there is no input that could be wrong, so that it succeeds.
 */
export type MutationDoor = {
  lowest: Role | "nobody once it is set up" | "anybody";
  object?: ObjectKind;
  more?: unknown[];
  takesNothing?: true;
  /** What it does cannot be done to the callers of the matrix: which test does it. */
  elsewhere?: string;
};

export const mutationDoors: Record<string, MutationDoor> = {
  "app/(auth)/setup/mutations.ts setUp": { lowest: "nobody once it is set up" },
  "app/(auth)/setup/mutations.ts startSetUp": { lowest: "nobody once it is set up" },
  "app/(auth)/invitation/mutations.ts readInvitation": { lowest: "anybody" },
  "app/(auth)/invitation/mutations.ts acceptInvitation": { lowest: "anybody" },
  "app/(auth)/invitation/mutations.ts acceptAsNewPerson": { lowest: "anybody" },
  "app/(auth)/invitation/mutations.ts startAccepting": { lowest: "anybody" },
  "app/(auth)/signin/mutations.ts requestReset": { lowest: "anybody" },
  "app/(auth)/signin/mutations.ts resetPassword": { lowest: "anybody" },
  "app/(auth)/signin/mutations.ts signInWithPassword": { lowest: "anybody" },
  "app/(auth)/signin/mutations.ts signInWithLink": { lowest: "anybody" },
  "app/(auth)/signin/mutations.ts startSignIn": { lowest: "anybody" },
  "app/(auth)/signin/mutations.ts signOut": { lowest: "anybody", elsewhere: "e2e/journeys/sign-in.spec.ts" },
  "app/(auth)/organizations/mutations.ts createOrg": { lowest: "admin" },
  "app/(auth)/organizations/mutations.ts restoreOrg": { lowest: "admin" },
  "app/[org]/settings/organization/mutations.ts renameOrg": { lowest: "admin" },
  "app/[org]/settings/organization/mutations.ts leaveOrg": { lowest: "viewer" },
  "app/[org]/settings/organization/mutations.ts deleteOrg": { lowest: "admin" },
  "app/[org]/mutations.ts hideFirstSteps": { lowest: "viewer" },
  "app/[org]/actions/mutations.ts startRun": { lowest: "member", object: "action", more: [{}] },
  "app/[org]/inbox/mutations.ts markRead": { lowest: "viewer" },
  "app/[org]/inbox/mutations.ts markUnread": { lowest: "viewer" },
  "app/[org]/inbox/mutations.ts markAllRead": { lowest: "viewer", takesNothing: true },
  "app/[org]/inbox/mutations.ts archive": { lowest: "viewer" },
  "app/[org]/settings/notifications/mutations.ts setPreference": { lowest: "viewer" },
  "app/[org]/runs/mutations.ts cancelRun": { lowest: "member", object: "run" },
  "app/[org]/settings/keys/mutations.ts createKey": { lowest: "admin" },
  "app/[org]/settings/account/mutations.ts renamePerson": { lowest: "viewer" },
  "app/[org]/settings/account/mutations.ts changePassword": { lowest: "viewer" },
  "app/[org]/settings/account/mutations.ts revokeSession": { lowest: "viewer", object: "session" },
  "app/[org]/settings/account/mutations.ts linkIdentity": { lowest: "viewer" },
  "app/[org]/settings/account/mutations.ts unlinkIdentity": { lowest: "viewer", object: "identity" },
  "app/[org]/settings/account/mutations.ts revokeSessions": { lowest: "viewer" },
  "app/[org]/settings/service-accounts/mutations.ts createServiceAccount": { lowest: "admin" },
  "app/[org]/settings/service-accounts/mutations.ts disableServiceAccount": {
    lowest: "admin",
    object: "serviceAccount",
    more: [true],
  },
  "app/[org]/settings/keys/mutations.ts rotateKey": {
    lowest: "admin",
    object: "key",
    more: [{ expiresInDays: 1, graceHours: 0 }],
  },
  "app/[org]/settings/keys/mutations.ts revokeKey": { lowest: "admin", object: "key" },
  "app/[org]/settings/members/mutations.ts createInvitation": { lowest: "admin" },
  "app/[org]/settings/members/mutations.ts resendInvitation": { lowest: "admin", object: "invitation" },
  "app/[org]/settings/members/mutations.ts revokeInvitation": { lowest: "admin", object: "invitation" },
  "app/[org]/settings/members/mutations.ts createPasswordLink": { lowest: "admin", object: "member" },
  "app/[org]/settings/members/mutations.ts addMember": { lowest: "admin" },
  "app/[org]/settings/members/mutations.ts changeRole": { lowest: "admin", object: "member", more: ["viewer"] },
  "app/[org]/settings/members/mutations.ts removeMember": { lowest: "admin", object: "member" },
  "app/[org]/settings/who-is-who/mutations.ts decideAliases": { lowest: "admin" },
  "app/[org]/settings/teams/mutations.ts createTeam": { lowest: "admin" },
  "app/[org]/settings/teams/mutations.ts renameTeam": { lowest: "admin", object: "team", more: [{ name: "Matrix" }] },
  "app/[org]/settings/teams/mutations.ts moveTeam": { lowest: "admin", object: "team", more: [null] },
  "app/[org]/settings/teams/mutations.ts deleteTeam": { lowest: "admin", object: "team" },
  "app/[org]/settings/teams/mutations.ts addTeamMembers": { lowest: "admin", object: "team", more: [[nobody]] },
  "app/[org]/settings/teams/mutations.ts removeTeamMember": { lowest: "admin", object: "team", more: [nobody] },
  "app/[org]/settings/teams/mutations.ts linkTeam": { lowest: "admin", object: "team", more: [null] },
  "app/[org]/settings/queue/mutations.ts retryJob": { lowest: "admin", object: "job" },
  "app/[org]/settings/queue/mutations.ts discardJob": { lowest: "admin", object: "job" },
  "app/[org]/settings/secrets/mutations.ts createSecret": { lowest: "admin" },
  "app/[org]/settings/secrets/mutations.ts replaceSecret": {
    lowest: "admin",
    object: "secret",
    more: [{ value: "x", origin: "https://one.example" }],
  },
  "app/[org]/settings/secrets/mutations.ts deleteSecret": { lowest: "admin", object: "secret" },
  "app/[org]/settings/webhooks/mutations.ts createWebhook": { lowest: "admin" },
  "app/[org]/settings/webhooks/mutations.ts rotateSecret": { lowest: "admin", object: "webhook" },
  "app/[org]/settings/webhooks/mutations.ts deleteWebhook": { lowest: "admin", object: "webhook" },
  "app/[org]/settings/webhooks/mutations.ts replayDelivery": { lowest: "admin", object: "delivery" },
};
