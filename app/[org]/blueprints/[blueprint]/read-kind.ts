import { draftOf } from "#components/catalog/blueprints/blueprint-draft.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { getShipped } from "#lib/catalog/blueprints/get-shipped.ts";
import { listBlueprints } from "#lib/catalog/blueprints/list-blueprints.ts";
import { listKinds } from "#lib/catalog/blueprints/list-kinds.ts";
import type { Context } from "#lib/kernel/context.ts";
import { readTransaction } from "#lib/kernel/operation.ts";

/** What the page of a kind shows: the kind, how it ships, how many there are, and what else points at it. */
export async function readKind(ctx: Context, identifier: string) {
  return readTransaction(ctx, async (tx) => {
    const kind = await getBlueprint.call(ctx, { identifier }, tx);
    const [{ items }, counted, shipped] = await Promise.all([
      listKinds.call(ctx, {}, tx),
      listBlueprints.call(ctx, {}, tx),
      kind.isChanged ? getShipped.call(ctx, { identifier }, tx) : null,
    ]);
    return {
      kind,
      kinds: items.map((other) => ({ value: other.identifier, label: other.title })),
      entityCount: counted.items.find((other) => other.identifier === identifier)?.entityCount ?? 0,
      shipped: shipped === null ? null : draftOf({ ...kind, ...shipped }),
      pointing: items
        .filter((other) => other.identifier !== identifier && other.pointsAt.includes(identifier))
        .map(({ title }) => title),
    };
  });
}
