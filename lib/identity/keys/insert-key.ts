import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Context } from "#lib/kernel/context.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { lowestRoleWith, type Permission, permissionsOf, type Role } from "#lib/kernel/permissions.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

/** What programs cannot use: a key that makes keys would outlive its own end, and only people have sessions and organizations. */
const forPeopleOnly: string[] = [
  "key:write",
  "service-account:write",
  "session:read",
  "session:write",
  "person:write",
  "notification:read",
  "notification:write",
];

type NewKey = {
  name: string;
  scopes: Permission[];
  serviceAccountId: string | null;
  expiresInDays: number;
};

/** What a key may be made for by this person: their own permissions that programs can use. */
export function grantableScopes(ctx: Context): Permission[] {
  return permissionsOf(ctx.role).filter((permission) => ctx.can(permission) && !forPeopleOnly.includes(permission));
}

/** The scopes of a role, for who asks for "everything a member may" instead of a list. */
export function scopesOfRole(role: Role): Permission[] {
  return permissionsOf(role).filter((permission) => !forPeopleOnly.includes(permission));
}

/**
 * Stores a new key of the person who asks, or of a service account.
 * @throws AppError `forbidden` when it would be more than who asks may, or more than the service account's role
 */
export async function insertKey(
  ctx: Context,
  tx: Transaction,
  key: NewKey,
): Promise<{ id: string; token: string; prefix: string; role: Role }> {
  if (ctx.actor.personId === undefined) throw new AppError("forbidden", "Only a signed-in person can create a key.");
  const beyond = key.scopes.filter((scope) => !grantableScopes(ctx).includes(scope));
  if (beyond.length > 0) {
    throw new AppError("forbidden", "A key cannot have more rights than you have, and cannot make other keys.", [
      { path: "scopes", message: `Leave out ${beyond.join(", ")}` },
    ]);
  }
  const role = lowestRoleWith(key.scopes);
  if (key.serviceAccountId !== null) await checkAccount(ctx, tx, key.serviceAccountId, key.scopes);
  const { token, hash, prefix } = makeToken("key");
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into api_keys (org_id, name, prefix, token_hash, role, scopes, service_account_id, created_by, expires_at)
    values (${ctx.org.id}::uuid, ${key.name}, ${prefix}, ${hash}, ${role}, ${sql.param(key.scopes)}::text[], ${key.serviceAccountId}::uuid,
      ${ctx.actor.personId}::uuid, now() + make_interval(days => ${key.expiresInDays}))
    returning id`);
  return { id: row?.id ?? "", token, prefix, role };
}

async function checkAccount(ctx: Context, tx: Transaction, id: string, scopes: Permission[]): Promise<void> {
  const [account] = await tx.execute<{ name: string; role: Role; is_disabled: boolean }>(sql`
    select name, role, disabled_at is not null as is_disabled from service_accounts where org_id = ${ctx.org.id}::uuid and id = ${id}::uuid for share`);
  if (account === undefined) throw new AppError("not_found", "There is no such service account.");
  if (account.is_disabled) throw new AppError("conflict", `${account.name} is disabled; enable it first.`);
  const beyond = scopes.filter((scope) => !permissionsOf(account.role).includes(scope));
  if (beyond.length > 0) {
    throw new AppError(
      "forbidden",
      `${account.name} is a ${account.role}; its keys cannot have more rights than it has.`,
      [{ path: "scopes", message: `Leave out ${beyond.join(", ")}` }],
    );
  }
}
