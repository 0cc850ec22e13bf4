"use server";

import { archiveEntity as archiveEntityOperation } from "#lib/catalog/archive/archive-entity.ts";
import { deleteEntity as deleteEntityOperation } from "#lib/catalog/archive/delete-entity.ts";
import { restoreEntity as restoreEntityOperation } from "#lib/catalog/archive/restore-entity.ts";
import { dropOverride as dropOverrideOperation } from "#lib/catalog/entities/edits/drop-override.ts";
import { verifyEntity as verifyEntityOperation } from "#lib/catalog/verification/verify-entity.ts";
import { createView as createViewOperation } from "#lib/catalog/views/create-view.ts";
import { deleteView as deleteViewOperation } from "#lib/catalog/views/delete-view.ts";
import { restoreView as restoreViewOperation } from "#lib/catalog/views/restore-view.ts";
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

export async function restoreView(org: string, id: string) {
  return mutate(restoreViewOperation, org, { id });
}

type Key = { blueprint: string; identifier: string };

export async function archiveEntity(org: string, key: Key, reason: string) {
  return mutate(archiveEntityOperation, org, { ...key, reason });
}

export async function restoreEntity(org: string, key: Key) {
  return mutate(restoreEntityOperation, org, key);
}

export async function deleteEntity(org: string, key: Key, expectedVersion: number) {
  return mutate(deleteEntityOperation, org, { ...key, expectedVersion });
}

export async function verifyEntity(org: string, key: Key, expectedVersion: number) {
  return mutate(verifyEntityOperation, org, { ...key, expectedVersion });
}

export async function dropOverride(org: string, key: Key, field: string, sourceId: string) {
  return mutate(dropOverrideOperation, org, { ...key, field, sourceId });
}
