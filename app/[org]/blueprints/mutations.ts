"use server";

import type { BlueprintDraft } from "#components/catalog/blueprints/blueprint-draft.ts";
import type { SaveInput } from "#components/catalog/blueprints/use-blueprint-editor.ts";
import { createBlueprint as createBlueprintOperation } from "#lib/catalog/blueprints/create-blueprint.ts";
import { deleteBlueprint as deleteBlueprintOperation } from "#lib/catalog/blueprints/delete-blueprint.ts";
import { updateBlueprint as updateBlueprintOperation } from "#lib/catalog/blueprints/update-blueprint.ts";
import { mutate } from "#lib/web/mutate.ts";

export async function createBlueprint(org: string, draft: BlueprintDraft) {
  return mutate(createBlueprintOperation, org, draft);
}

export async function updateBlueprint(org: string, identifier: string, input: SaveInput) {
  return mutate(updateBlueprintOperation, org, { ...input, identifier });
}

export async function deleteBlueprint(
  org: string,
  identifier: string,
  told: { entities: "refuse" | "delete"; relations: "refuse" | "drop" },
) {
  return mutate(deleteBlueprintOperation, org, { identifier, ...told });
}
