import { referencesOf } from "#components/catalog/properties/references-of.ts";
import type { Transaction } from "#db/client.ts";
import { listActions } from "#lib/actions/actions/list-actions.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { listDependents } from "#lib/catalog/dependents/list-dependents.ts";
import type { EntityDetail } from "#lib/catalog/entities/entity-views.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { getProvenance } from "#lib/catalog/entities/history/get-provenance.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { resolveReferences } from "#lib/catalog/entities/lists/resolve-references.ts";
import { listEntitySources } from "#lib/catalog/sources/list-entity-sources.ts";
import { listAliases } from "#lib/identity/aliases/list-aliases.ts";
import type { Context } from "#lib/kernel/context.ts";
import { listDeployments } from "#lib/metrics/deployments/list-deployments.ts";
import { listEntityLevels } from "#lib/scorecards/results/list-entity-levels.ts";
import { listEntityScores } from "#lib/scorecards/results/list-entity-scores.ts";

// More people than this are not read one by one on a page.
const mostReferences = 200;
const shownOwned = 10;

export type Overview = Awaited<ReturnType<typeof readOverview>>;

/** What the overview shows beside the entity itself, from every part of the product that knows something about it. */
export async function readOverview(ctx: Context, tx: Transaction, entity: EntityDetail) {
  const isSoftware = entity.blueprint.identifier === "component";
  const { owner: ownerRef } = entity;
  const names =
    entity.blueprint.identifier === "user"
      ? await listAliases.call(ctx, { kind: "catalog-user", value: entity.identifier }, tx)
      : null;
  const key = { blueprint: entity.blueprint.identifier, identifier: entity.identifier };
  const hasDependents = entity.archive === null && !["group", "user", "location"].includes(key.blueprint);
  const [{ scores }, { actions }, deployments, owner, dependents, { definition }, said, { items: sources }, owned] =
    await Promise.all([
      listEntityScores.call(ctx, { entityId: entity.id }, tx),
      listActions.call(ctx, {}, tx),
      isSoftware ? listDeployments.call(ctx, { entityId: entity.id, days: 90, limit: 6 }, tx) : null,
      ownerRef === null || ownerRef.isDangling
        ? null
        : getEntity.call(ctx, { blueprint: ownerRef.blueprint, identifier: ownerRef.identifier }, tx),
      hasDependents ? listDependents.call(ctx, key, tx) : null,
      getBlueprint.call(ctx, { identifier: key.blueprint }, tx),
      getProvenance.call(ctx, { ...key, since: "skip" }, tx),
      listEntitySources.call(ctx, key, tx),
      ["group", "user"].includes(key.blueprint) ? readOwned(ctx, tx, `${key.blueprint}:${key.identifier}`) : null,
    ]);
  const references = referencesOf(definition.properties, entity.properties).slice(0, mostReferences);
  const { items } = await resolveReferences.call(ctx, { references }, tx);
  const named = new Map(items.map((end) => [`${end.blueprint}:${end.identifier}`, end]));
  return { scores, actions, deployments, owner, names, dependents, definition, named, said, sources, owned };
}

/** The first of what somebody owns, with its levels. */
async function readOwned(ctx: Context, tx: Transaction, owner: string) {
  const page = await listEntities.call(ctx, { owner: [owner], limit: shownOwned }, tx);
  const entityIds = page.items.map(({ id }) => id);
  const { levels } = entityIds.length === 0 ? { levels: [] } : await listEntityLevels.call(ctx, { entityIds }, tx);
  return { owner, owned: page, levels };
}
