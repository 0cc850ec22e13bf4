import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { type LayeredEntity, readLayers } from "#lib/catalog/contributions/read-layers.ts";
import { mergeLayers } from "#lib/catalog/contributions/write-layers.ts";

const entitiesAtOnce = 1000;

export type Remerged = Pick<LayeredEntity, "layers"> & { before: LayeredEntity; isChanged: boolean };

/**
 * Every entity that a source describes beside others, merged as if the source had this precedence, some hundreds at a time. Those that
 * stay as they are in every respect are left out; `isChanged` tells whether a reader sees a difference.
 */
export async function* remerge(
  tx: Transaction,
  org: string,
  given: { sourceId: string; precedence: number; lock: boolean },
): AsyncGenerator<Remerged[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await tx.execute<{ id: string }>(sql`
      select c.entity_id as id from entity_contributions c
      where c.org_id = ${org}::uuid and c.source_id = ${given.sourceId}::uuid and c.entity_id > ${after}::uuid
      order by c.entity_id limit ${entitiesAtOnce}`);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    const stored = await readLayers(tx, org, ids, { lock: given.lock });
    yield stored.flatMap((before) => {
      const layers = before.layers.map((layer) =>
        layer.sourceId === given.sourceId ? { ...layer, precedence: given.precedence } : layer,
      );
      const merged = mergeLayers({ before, layers });
      return merged.isChanged || merged.sourceId !== before.sourceId
        ? [{ before, layers, isChanged: merged.isChanged }]
        : [];
    });
    after = ids.at(-1) ?? after;
    if (ids.length < entitiesAtOnce) return;
  }
}
