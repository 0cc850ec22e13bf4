"use server";

import { createView as createViewOperation } from "#lib/catalog/views/create-view.ts";
import { deleteView as deleteViewOperation } from "#lib/catalog/views/delete-view.ts";
import type { ViewAudience, ViewState } from "#lib/catalog/views/schema.ts";
import { updateView as updateViewOperation } from "#lib/catalog/views/update-view.ts";
import { mutate } from "#lib/web/mutate.ts";

type Values = { name: string; audience: ViewAudience; teamId: string | null; isDefault: boolean };

export async function createView(org: string, input: Values & { state: ViewState }) {
  return mutate(createViewOperation, org, input);
}

export async function updateView(org: string, id: string, values: Partial<Values> & { state?: ViewState }) {
  return mutate(updateViewOperation, org, { id, ...values });
}

export async function deleteView(org: string, id: string) {
  return mutate(deleteViewOperation, org, { id });
}
