import { sql } from "drizzle-orm";
import { mergeContributions, rankContributions } from "#lib/catalog/contributions/merge-contributions.ts";
import type { Layer, LayeredEntity } from "#lib/catalog/contributions/read-layers.ts";
import { toDocument, toEntity } from "#lib/catalog/contributions/schema.ts";
import type { WriteScope } from "#lib/catalog/entities/history/record-changes.ts";
import { hashEntity } from "#lib/catalog/entities/imports/hash-entity.ts";
import { chooseLookUp, lookUpEntity, nameIn } from "#lib/catalog/entities/imports/look-up.ts";
import { ownerText, toRow } from "#lib/catalog/entities/imports/to-row.ts";
import { writeRelations } from "#lib/catalog/entities/imports/write-relations.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

type Change = { before: LayeredEntity; layers: Layer[] };
type Merged = {
  id: string;
  entity: ImportedEntity;
  isChanged: boolean;
  sourceId: string | null;
  hash: string;
  layers: Layer[];
};

/**
 * Stores what is said about entities now and makes each the merge of it. With one contributor left an entity is as if there had never
 * been another. The entities must have been read with `lock`.
 * @returns the entities whose merge differs from what it was: their history is the caller's to write
 */
export async function writeLayers({ ctx, tx }: WriteScope, changes: Change[]): Promise<string[]> {
  if (changes.length === 0) return [];
  const org = ctx.org.id;
  const merged = changes.map(mergeLayers);
  const stored = merged.flatMap(({ id, layers }) =>
    layers.length < 2 ? [] : layers.map(({ kind, name, precedence, ...layer }) => ({ ...layer, entityId: id })),
  );
  await tx.execute(sql`
    delete from entity_contributions c where c.org_id = ${org}::uuid and c.entity_id = any(${sql.param(merged.map(({ id }) => id))}::uuid[])`);
  await tx.execute(sql`
    insert into entity_contributions (org_id, entity_id, source_id, document, content_hash, origin, said, at)
    select ${org}::uuid, r."entityId", r."sourceId", r.document, r."contentHash", r.origin, r.said, r.at
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb)
      as r("entityId" uuid, "sourceId" uuid, document jsonb, "contentHash" text, origin jsonb, said jsonb, at timestamptz)`);
  const rows = merged.map(({ id, entity, isChanged, sourceId, hash, layers }) => ({
    ...toRow(entity),
    id,
    isChanged,
    isLayered: layers.length > 1,
    sourceId,
    hash,
  }));
  const lookUp = await chooseLookUp(tx, org, rows.length);
  await tx.execute(sql`
    update entities e set title = r.title, description = r.description,
      owner_ref = coalesce(r."ownerRef", case when e.owner_from is not null then e.owner_ref end),
      owner_id = case when r."ownerRef" is null and e.owner_from is not null then e.owner_id else o.id end,
      owner_from = case when r."ownerRef" is null then e.owner_from end, lifecycle = r.lifecycle,
      type = r.type, tags = array(select jsonb_array_elements_text(r.tags)), labels = r.labels, annotations = r.annotations, links = r.links,
      properties = r.properties || e.derived, search_text = r.search || case when r."ownerRef" is null and e.owner_from is not null then ${ownerText(sql`e.owner_ref`)} else '' end,
      origin = r.origin, source_id = r."sourceId", content_hash = r.hash,
      is_layered = r."isLayered",
      version = e.version + case when r."isChanged" then 1 else 0 end, updated_at = case when r."isChanged" then now() else e.updated_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, title text, description text, "ownerRef" text, lifecycle text, type text,
      tags jsonb, labels jsonb, annotations jsonb, links jsonb, properties jsonb, search text, origin jsonb, "sourceId" uuid, hash text,
      "isLayered" boolean, "isChanged" boolean)
    ${lookUpEntity(org, sql`o`, nameIn(sql`r."ownerRef"`), lookUp)}
    where e.org_id = ${org}::uuid and e.id = r.id`);
  const changed = merged.filter(({ isChanged }) => isChanged);
  const ids = changed.map(({ id }) => id);
  const described = changed.map(({ id, entity: { relations } }) => ({ id, relations }));
  if (ids.length > 0) await writeRelations(tx, org, { known: ids, entities: described });
  return ids;
}

/** What an entity would be when this is said about it; writes nothing. */
export function mergeLayers({ before, layers }: Change): Merged {
  const main = mainLayer(layers);
  const { blueprint, identifier } = before.entity;
  const entity = toEntity({ blueprint, identifier, origin: main?.origin ?? null }, mergeContributions(layers));
  const [only, ...others] = layers;
  // Through the same mill, so that an order of relations is no news.
  const was = toEntity({ blueprint, identifier, origin: entity.origin }, toDocument(before.entity));
  const isChanged = hashEntity(was) !== hashEntity(entity);
  const hash = only?.contentHash != null && others.length === 0 ? only.contentHash : hashEntity(entity);
  return { id: before.id, entity, isChanged, sourceId: main?.sourceId ?? null, hash, layers };
}

/** The one that an entity is said to come from: the strongest that describes it as a whole and not only here and there. */
function mainLayer(layers: Layer[]): Layer | undefined {
  const ranked = rankContributions(layers);
  return ranked.find(({ kind }) => kind !== "person" && kind !== "program") ?? ranked[0];
}
