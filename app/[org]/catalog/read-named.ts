import type { Named } from "#components/catalog/properties/formatted-value.tsx";
import { referenceOf } from "#components/catalog/properties/reference-of.ts";
import { referencesOf } from "#components/catalog/properties/references-of.ts";
import type { Transaction } from "#db/client.ts";
import type { ListedEntity } from "#lib/catalog/entities/entity-views.ts";
import { resolveReferences } from "#lib/catalog/entities/lists/resolve-references.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";
import type { Context } from "#lib/kernel/context.ts";

const atOnce = 200;

/** The people and teams that the values of listed entities name. Nothing is asked when no shown property names any. */
export async function readNamed(
  ctx: Context,
  tx: Transaction,
  properties: PropertyDefinition[],
  rows: ListedEntity[],
): Promise<Named> {
  const references = [...new Set(rows.flatMap((row) => referencesOf(properties, row.properties ?? {})))];
  const parts = Array.from({ length: Math.ceil(references.length / atOnce) }, (_, part) =>
    references.slice(part * atOnce, (part + 1) * atOnce),
  );
  const found = await Promise.all(parts.map((part) => resolveReferences.call(ctx, { references: part }, tx)));
  return new Map(
    found.flatMap(({ items }) =>
      items.map((item) => [referenceOf(item.blueprint === "user" ? "user" : "group", item.identifier), item] as const),
    ),
  );
}
