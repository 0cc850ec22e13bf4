/**
 * The one table of who may do what. A permission is `noun:verb`; a role has all permissions of the roles before it.
 * Operations name one permission each; nothing else decides.
 */
const granted = {
  viewer: [
    "org:read",
    "entity:read",
    "blueprint:read",
    "source:read",
    "import:read",
    "scorecard:read",
    "action:read",
    "run:read",
    "repository:read",
    "metric:read",
    "deployment:read",
    "incident:read",
    "member:read",
    "team:read",
    "alias:read",
    "view:read",
    "view:write",
    "session:read",
    "session:write",
    "person:write",
    "notification:read",
    "notification:write",
  ],
  member: [
    "run:start",
    "run:cancel",
    "catalog:import",
    "entity:write",
    "view:share",
    "deployment:write",
    "incident:write",
  ],
  admin: [
    "org:write",
    "org:create",
    "org:delete",
    "member:write",
    "team:write",
    "invitation:read",
    "invitation:write",
    "alias:write",
    "key:read",
    "key:write",
    "service-account:read",
    "service-account:write",
    "audit:read",
    "blueprint:write",
    "source:write",
    "scorecard:write",
    "view:publish",
    "action:write",
    "job:read",
    "secret:read",
    "secret:write",
    "webhook:read",
    "webhook:write",
    "job:write",
  ],
} as const;

export const roles = ["viewer", "member", "admin"] as const;
export type Role = (typeof roles)[number];
export type Permission = (typeof granted)[Role][number];

const permissionsOfRole = new Map<Role, ReadonlySet<string>>(
  roles.map((role, rank) => [role, new Set(roles.slice(0, rank + 1).flatMap((lower) => [...granted[lower]]))]),
);

/** Whether a role has a permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return permissionsOfRole.get(role)?.has(permission) ?? false;
}

/** Every permission with the lowest role that has it, for people to read. */
export function permissionTable(): { permission: Permission; lowestRole: Role }[] {
  return roles.flatMap((role) => granted[role].map((permission) => ({ permission, lowestRole: role })));
}

/** Every permission of a role. */
export function permissionsOf(role: Role): Permission[] {
  return permissionTable()
    .filter(({ lowestRole }) => roles.indexOf(lowestRole) <= roles.indexOf(role))
    .map(({ permission }) => permission);
}

/** The lowest role that has all of these permissions. */
export function lowestRoleWith(permissions: readonly Permission[]): Role {
  return roles.find((role) => permissions.every((permission) => roleMay(role, permission))) ?? "admin";
}

/** The lower of two roles. */
export function lowerRole(one: Role, other: Role): Role {
  return roles.indexOf(one) <= roles.indexOf(other) ? one : other;
}
