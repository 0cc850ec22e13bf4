"use server";

import { createEntity as createEntityOperation } from "#lib/catalog/entities/edits/create-entity.ts";
import type { EntityPatch } from "#lib/catalog/entities/schema.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function createEntity(org: string, blueprint: string, input: EntityPatch & { identifier: string }) {
  return mutate(createEntityOperation, org, { ...input, blueprint });
}
