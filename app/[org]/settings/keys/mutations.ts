"use server";

import { createKey as createKeyOperation } from "#lib/identity/keys/create-key.ts";
import { revokeKey as revokeKeyOperation } from "#lib/identity/keys/revoke-key.ts";
import { rotateKey as rotateKeyOperation } from "#lib/identity/keys/rotate-key.ts";
import type { Permission } from "#lib/kernel/permissions.ts";
import { mutate } from "#lib/web/mutate.ts";

type NewKey = { name: string; scopes: string[]; serviceAccountId?: string; expiresInDays: number };

export async function createKey(org: string, input: NewKey) {
  return mutate(createKeyOperation, org, input as NewKey & { scopes: Permission[] });
}

export async function rotateKey(org: string, id: string, input: { expiresInDays: number; graceHours: number }) {
  return mutate(rotateKeyOperation, org, { ...input, id });
}

export async function revokeKey(org: string, id: string) {
  return mutate(revokeKeyOperation, org, { id });
}
