"use server";

import { createKey as createKeyOperation } from "#lib/identity/keys/create-key.ts";
import { revokeKey as revokeKeyOperation } from "#lib/identity/keys/revoke-key.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function createKey(org: string, input: { name: string; role: Role; expiresInDays: number }) {
  return mutate(createKeyOperation, org, input);
}

export async function revokeKey(org: string, id: string) {
  return mutate(revokeKeyOperation, org, { id });
}
