"use server";

import { createServiceAccount as createOperation } from "#lib/identity/service-accounts/create-service-account.ts";
import { disableServiceAccount as disableOperation } from "#lib/identity/service-accounts/disable-service-account.ts";
import type { Role } from "#lib/kernel/permissions.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function createServiceAccount(org: string, input: { name: string; purpose: string; role: Role }) {
  return mutate(createOperation, org, input);
}

export async function disableServiceAccount(org: string, id: string, isDisabled: boolean) {
  return mutate(disableOperation, org, { id, isDisabled });
}
