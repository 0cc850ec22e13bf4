"use server";

import { updateEntity as updateEntityOperation } from "#lib/catalog/entities/edits/update-entity.ts";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";
import { mutate } from "#lib/web/mutate.ts";

type Key = { blueprint: string; identifier: string };

export async function updateEntity(org: string, key: Key, patch: EntityPatch & { expectedVersion: number }) {
  return mutate(updateEntityOperation, org, { ...patch, ...key });
}
