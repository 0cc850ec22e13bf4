import { expect, test } from "vitest";
import { lowerRole, type Permission, permissionTable, roleMay, roles } from "#lib/kernel/permissions.ts";

test("every role may what the roles below it may", () => {
  for (const { permission, lowestRole } of permissionTable()) {
    const may = roles.map((role) => roleMay(role, permission));
    expect(may, permission).toEqual(roles.map((_, rank) => rank >= roles.indexOf(lowestRole)));
  }
});

test("permissions are noun:verb, each granted at one place", () => {
  const names = permissionTable().map(({ permission }) => permission);
  expect(names.filter((name) => !/^[a-z-]+:[a-z-]+$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test("a viewer changes nothing of the organization, and only an admin sees keys, members' rights and the audit log", () => {
  const viewers = permissionTable().filter(({ lowestRole }) => lowestRole === "viewer");
  // A viewer's own account, views, sessions and inbox are theirs.
  expect(viewers.map(({ permission }) => permission).filter((name) => !name.endsWith(":read"))).toEqual([
    "view:write",
    "session:write",
    "person:write",
    "notification:write",
  ]);
  for (const permission of ["key:write", "key:read", "member:write", "audit:read", "org:write"] as const)
    expect(roleMay("member", permission), permission).toBe(false);
});

test("what is not in the table is nobody's", () => {
  expect(roleMay("admin", "database:drop" as Permission)).toBe(false);
  expect(roleMay("owner" as "admin", "org:read")).toBe(false);
});

test("the lower of two roles", () => {
  expect(lowerRole("admin", "viewer")).toBe("viewer");
  expect(lowerRole("member", "admin")).toBe("member");
});
