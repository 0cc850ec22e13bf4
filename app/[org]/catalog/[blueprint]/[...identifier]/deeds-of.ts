import type { EntityDeeds } from "#components/catalog/deeds/entity-deeds.ts";
import type { SaidDeeds } from "#components/catalog/said/said-scope.tsx";
import type { Context } from "#lib/kernel/context.ts";
import { updateEntity } from "../../../edit/[blueprint]/[...identifier]/mutations.ts";
import { archiveEntity, deleteEntity, dropOverride, restoreEntity, verifyEntity } from "../../mutations.ts";

type Key = { blueprint: string; identifier: string };

/** What the reader may do to an entity, and to who says what about it; null where nothing. What is archived is not edited. */
export function deedsOf(
  ctx: Context,
  key: Key,
  isArchived: boolean,
): { deeds: EntityDeeds | null; said: SaidDeeds | null } {
  if (!ctx.can("entity:write")) return { deeds: null, said: null };
  const org = ctx.org.slug;
  const deeds = {
    archive: archiveEntity.bind(null, org, key),
    restore: restoreEntity.bind(null, org, key),
    remove: deleteEntity.bind(null, org, key),
    verify: verifyEntity.bind(null, org, key),
  };
  if (isArchived) return { deeds, said: null };
  return { deeds, said: { drop: dropOverride.bind(null, org, key), save: updateEntity.bind(null, org, key) } };
}
