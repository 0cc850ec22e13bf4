import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { iso } from "#db/columns.ts";
import type { Contribution } from "#lib/catalog/contributions/merge-contributions.ts";
import { toDocument } from "#lib/catalog/contributions/schema.ts";
import { statedOwner, statedProperties } from "#lib/catalog/derived/stated.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { relationDetailsSql } from "#lib/catalog/relations/details-sql.ts";

/** When and by whom a field was said. */
export type Said = Record<string, { at: string; by: string }>;

/** A contribution with what is stored beside it. */
export type Layer = Contribution & {
  kind: string;
  name: string;
  contentHash: string | null;
  origin: ImportedEntity["origin"];
  said: Said;
};

/** An entity with everybody's word about it, however many there are. */
export type LayeredEntity = {
  id: string;
  version: number;
  isArchived: boolean;
  isLayered: boolean;
  /** The one that it is said to come from. */
  sourceId: string | null;
  entity: ImportedEntity;
  layers: Layer[];
};

type Row = Omit<LayeredEntity, "entity" | "layers"> &
  Omit<ImportedEntity, "relations"> & {
    contentHash: string;
    updatedAt: string;
    source: { kind: string; name: string; precedence: number } | null;
    relations: ImportedEntity["relations"];
    layers: Layer[];
  };

/** Entities with their contributions. `lock` keeps others from changing them until the transaction ends; in the order of ids, so that two never wait for each other. */
export async function readLayers(
  tx: Transaction,
  orgId: string,
  ids: string[],
  { lock }: { lock: boolean },
): Promise<LayeredEntity[]> {
  if (lock)
    await tx.execute(sql`
      select 1 from entities e where e.org_id = ${orgId}::uuid and e.id = any(${sql.param(ids)}::uuid[]) order by e.id for no key update`);
  const rows = await tx.execute<Row>(sql`
    select e.id, e.version, e.is_archived as "isArchived", e.is_layered as "isLayered", e.blueprint, e.identifier, e.title, e.description,
      ${statedOwner} as "ownerRef", e.lifecycle, e.type, e.tags, e.labels, e.annotations, e.links, ${statedProperties} as properties, e.origin, e.source_id as "sourceId",
      e.content_hash as "contentHash", ${iso(sql`e.updated_at`)} as "updatedAt",
      case when s.id is not null then jsonb_build_object('kind', s.kind, 'name', s.name, 'precedence', s.precedence) end as source,
      (select coalesce(jsonb_agg(jsonb_build_object('type', r.type, 'blueprint', r.to_blueprint, 'identifier', r.to_identifier) || ${relationDetailsSql(sql`r`)}
          order by r.type, r.to_blueprint, r.to_identifier), '[]')
        from relations r where r.org_id = ${orgId}::uuid and r.from_id = e.id) as relations,
      (select coalesce(jsonb_agg(jsonb_build_object('sourceId', c.source_id, 'precedence', x.precedence, 'kind', x.kind, 'name', x.name,
          'at', ${iso(sql`c.at`)}, 'document', c.document, 'contentHash', c.content_hash, 'origin', c.origin, 'said', c.said)), '[]')
        from entity_contributions c join sources x on x.org_id = ${orgId}::uuid and x.id = c.source_id
        where c.org_id = ${orgId}::uuid and c.entity_id = e.id) as layers
    from entities e left join sources s on s.org_id = ${orgId}::uuid and s.id = e.source_id
    where e.org_id = ${orgId}::uuid and e.id = any(${sql.param(ids)}::uuid[]) order by e.id`);
  return [...rows].map(toLayered);
}

// An entity with one source is that source's word: its layer is made from the row.
function toLayered(row: Row): LayeredEntity {
  const { id, version, isArchived, isLayered, layers, source, sourceId, contentHash, updatedAt, ...entity } = row;
  const only: Layer[] =
    source === null || sourceId === null
      ? []
      : [
          {
            ...source,
            sourceId,
            at: updatedAt,
            document: toDocument(entity),
            contentHash,
            origin: entity.origin,
            said: {},
          },
        ];
  return { id, version, isArchived, isLayered, sourceId, entity, layers: isLayered ? layers : only };
}
