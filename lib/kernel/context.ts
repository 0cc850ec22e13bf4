import { randomUUID } from "node:crypto";
import { type Permission, type Role, roleMay } from "#lib/kernel/permissions.ts";

/** How a caller reached an operation. */
export type Door = "page" | "mutation" | "rest" | "job" | "seed";

export type Org = { id: string; slug: string; name: string; timeZone: string };

/** Who asks. `id` is a person's, a key's, a service account's or a job's; `personId` and `sessionId` only for people who are signed in. */
export type Actor = {
  kind: "user" | "key" | "service" | "job" | "system";
  id: string | null;
  name: string;
  personId?: string | undefined;
  email?: string | undefined;
  sessionId?: string | undefined;
};

/** Who asks, for which organization, allowed what. Only doors make one. */
export type Context = {
  readonly org: Org;
  readonly actor: Actor;
  readonly role: Role;
  readonly door: Door;
  readonly requestId: string;
  can(permission: Permission): boolean;
};

/** Makes a context. Called by doors, the seed and tests only. */
export function makeContext(parts: {
  org: Org;
  actor: Actor;
  role: Role;
  /** What a key was made for: it may no more than these, and no more than its role. */
  scopes?: readonly string[] | null | undefined;
  door: Door;
  requestId?: string | undefined;
}): Context {
  const { role, scopes } = parts;
  return {
    org: parts.org,
    actor: parts.actor,
    role: parts.role,
    door: parts.door,
    requestId: parts.requestId ?? randomUUID(),
    can: (permission) => roleMay(role, permission) && (scopes == null || scopes.includes(permission)),
  };
}
