"use server";

import { createSecret as createSecretOperation } from "#lib/secrets/stored/create-secret.ts";
import { deleteSecret as deleteSecretOperation } from "#lib/secrets/stored/delete-secret.ts";
import { replaceSecret as replaceSecretOperation } from "#lib/secrets/stored/replace-secret.ts";
import type { secretPurposes } from "#lib/secrets/stored/schema.ts";
import { mutate } from "#lib/web/mutate.ts";

type NewSecret = { name: string; purpose: (typeof secretPurposes)[number]; origin: string; value: string };

export async function createSecret(org: string, input: NewSecret) {
  return mutate(createSecretOperation, org, input);
}

export async function replaceSecret(org: string, id: string, input: { value: string; origin: string }) {
  return mutate(replaceSecretOperation, org, { ...input, id });
}

export async function deleteSecret(org: string, id: string) {
  return mutate(deleteSecretOperation, org, { id });
}
