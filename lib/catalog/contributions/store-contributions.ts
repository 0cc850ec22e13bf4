import { sql } from "drizzle-orm";
import { type Layer, readLayers } from "#lib/catalog/contributions/read-layers.ts";
import { toDocument } from "#lib/catalog/contributions/schema.ts";
import { writeLayers } from "#lib/catalog/contributions/write-layers.ts";
import type { WriteScope } from "#lib/catalog/entities/history/record-changes.ts";
import { hashEntity } from "#lib/catalog/entities/imports/hash-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import type { StoredSource } from "#lib/catalog/sources/upsert-source.ts";

/**
 * Keeps what a source says about entities that others describe too, beside what they say. What repeats itself writes nothing.
 * @returns the entities that are different now
 */
export async function storeContributions(
  scope: WriteScope,
  source: StoredSource,
  entities: ImportedEntity[],
): Promise<string[]> {
  if (entities.length === 0) return [];
  const { ctx, tx } = scope;
  const names = JSON.stringify(entities.map(({ blueprint, identifier }) => ({ blueprint, identifier })));
  const rows = await tx.execute<{ id: string }>(sql`
    select e.id from jsonb_to_recordset(${names}::jsonb) as r(blueprint text, identifier text)
    join entities e on e.org_id = ${ctx.org.id}::uuid and e.blueprint = r.blueprint and e.identifier = r.identifier`);
  const stored = await readLayers(
    tx,
    ctx.org.id,
    rows.map(({ id }) => id),
    { lock: true },
  );
  const described = new Map(entities.map((entity) => [`${entity.blueprint}:${entity.identifier}`, entity]));
  const at = new Date().toISOString();
  const changes = stored.flatMap((before) => {
    const entity = described.get(`${before.entity.blueprint}:${before.entity.identifier}`);
    const earlier = before.layers.find(({ sourceId }) => sourceId === source.id);
    if (entity === undefined) return [];
    const contentHash = hashEntity(entity);
    if (earlier?.contentHash === contentHash) return [];
    const { id: sourceId, ...named } = source;
    const layer: Layer = {
      ...named,
      sourceId,
      at,
      document: toDocument(entity),
      contentHash,
      origin: entity.origin,
      said: {},
    };
    return [{ before, layers: [...before.layers.filter((other) => other.sourceId !== sourceId), layer] }];
  });
  return writeLayers(scope, changes);
}
