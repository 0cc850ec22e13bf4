import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { ensureBlueprints } from "#lib/catalog/blueprints/ensure-blueprints.ts";
import { hashEntity } from "#lib/catalog/entities/hash-entity.ts";
import { recordChanges, type WriteScope } from "#lib/catalog/entities/record-changes.ts";
import type { EntitySource, ImportedEntity, UpsertResult } from "#lib/catalog/entities/schema.ts";

// One statement carries its rows as one JSON parameter; this keeps that parameter, and memory, at a few megabytes.
const rowsPerStatement = 2000;
// From here on, statements that join what was written need statistics that know of it.
const manyRows = 1000;
type Written = { id: string; is_created: boolean };

/**
 * Writes what a source says: new and changed entities with their relations and history, set-based, in the caller's transaction.
 * Unchanged ones are not touched, not even locked. Entities that the source no longer names stay: an empty or partial source never
 * deletes a catalog. Relations and owners that do not exist yet are kept and joined up when they arrive.
 * Everything whose scores may differ now is announced as `entity.changed`.
 */
export async function upsertEntities(
  scope: WriteScope,
  input: { source: EntitySource; entities: ImportedEntity[] },
): Promise<UpsertResult> {
  const { ctx, tx } = scope;
  const org = ctx.org.id;
  const sourceId = await upsertSource(tx, org, input.source);
  await ensureBlueprints(
    tx,
    org,
    input.entities.map((entity) => entity.blueprint),
  );
  const written: Written[] = [];
  const chunks: { ids: string[]; entities: ImportedEntity[] }[] = [];
  for (const entities of inChunks(ownersFirst(input.entities))) {
    const chunk = await writeEntities(tx, org, sourceId, JSON.stringify(entities.map(toRow)));
    written.push(...chunk);
    chunks.push({ ids: chunk.map((row) => row.id), entities });
  }
  // After all entities, so that ends which came with them are found at once instead of being joined up.
  for (const { ids, entities } of chunks) {
    if (ids.length > 0) await writeRelations(tx, org, ids, JSON.stringify(entities.map(toEnds)));
  }
  const ids = written.map((row) => row.id);
  if (ids.length === 0) return { sourceId, created: 0, changed: 0, unchanged: input.entities.length, entityIds: [] };
  if (ids.length >= manyRows) await tx.execute(sql`select refresh_catalog_statistics()`);
  const joined = await joinUp(tx, org, ids);
  await recordChanges(scope, ids, { sourceId, affected: joined });
  const created = written.filter((row) => row.is_created).length;
  return {
    sourceId,
    created,
    changed: ids.length - created,
    unchanged: input.entities.length - ids.length,
    entityIds: ids,
  };
}

function toRow(entity: ImportedEntity) {
  const search = [entity.title, entity.identifier, entity.description ?? "", ...entity.tags]
    .join(" ")
    .toLowerCase()
    .slice(0, 4000)
    .toWellFormed();
  return { ...entity, tags: [...new Set(entity.tags)], hash: hashEntity(entity), search };
}

function toEnds({ blueprint, identifier, relations }: ImportedEntity) {
  return { blueprint, identifier, relations };
}

/** In chunks of their own, before the others: whoever they own then finds them, and needs no second write. */
function ownersFirst(entities: ImportedEntity[]): [ImportedEntity[], ImportedEntity[]] {
  const refs = new Set(entities.map((entity) => entity.ownerRef));
  const isOwner = (entity: ImportedEntity) => refs.has(`${entity.blueprint}:${entity.identifier}`);
  return [entities.filter(isOwner), entities.filter((entity) => !isOwner(entity))];
}

function inChunks(groups: ImportedEntity[][]): ImportedEntity[][] {
  return groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / rowsPerStatement) }, (_, index) =>
      group.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
    ),
  );
}

async function upsertSource(tx: Transaction, org: string, source: EntitySource): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into sources (org_id, kind, name, location, revision)
    values (${org}::uuid, ${source.kind}, ${source.name}, ${source.location}, ${source.revision ?? null})
    on conflict (org_id, kind, location) do update set name = excluded.name, revision = excluded.revision, last_imported_at = now()
    returning id`);
  if (row === undefined) throw new Error("A source was not stored");
  return row.id;
}

// The join with what is stored comes first, so that a row that did not change is never locked or written.
async function writeEntities(tx: Transaction, org: string, sourceId: string, rows: string): Promise<Written[]> {
  const result = await tx.execute<Written>(sql`
    with incoming as (
      select r.* from jsonb_to_recordset(${rows}::jsonb) as r(blueprint text, identifier text, title text, description text, "ownerRef" text,
        lifecycle text, type text, tags jsonb, labels jsonb, annotations jsonb, links jsonb, properties jsonb, origin jsonb, hash text, search text)
      left join entities e on e.org_id = ${org}::uuid and e.blueprint = r.blueprint and e.identifier = r.identifier
      where e.id is null or e.content_hash <> r.hash or e.is_archived)
    insert into entities as e (org_id, blueprint, identifier, title, description, owner_ref, owner_id, lifecycle, type, tags, labels, annotations,
      links, properties, source_id, origin, content_hash, search_text)
    select ${org}::uuid, r.blueprint, r.identifier, r.title, r.description, r."ownerRef", o.id, r.lifecycle, r.type,
      array(select jsonb_array_elements_text(r.tags)), r.labels, r.annotations, r.links, r.properties, ${sourceId}::uuid, r.origin, r.hash, r.search
    from incoming r
    left join entities o on o.org_id = ${org}::uuid and o.blueprint = split_part(r."ownerRef", ':', 1)
      and o.identifier = substr(r."ownerRef", strpos(r."ownerRef", ':') + 1)
    on conflict (org_id, blueprint, identifier) do update set title = excluded.title, description = excluded.description,
      owner_ref = excluded.owner_ref, owner_id = excluded.owner_id, lifecycle = excluded.lifecycle, type = excluded.type, tags = excluded.tags,
      labels = excluded.labels, annotations = excluded.annotations, links = excluded.links, properties = excluded.properties,
      source_id = excluded.source_id, origin = excluded.origin, content_hash = excluded.content_hash, search_text = excluded.search_text,
      is_archived = false, version = e.version + 1, updated_at = now()
    returning e.id, e.version = 1 as is_created`);
  return [...result];
}

async function writeRelations(tx: Transaction, org: string, ids: string[], rows: string): Promise<void> {
  await tx.execute(sql`
    with incoming as (
      select distinct e.id as from_id, t.type, t.blueprint, t.identifier
      from jsonb_to_recordset(${rows}::jsonb) as r(blueprint text, identifier text, relations jsonb)
      join entities e on e.org_id = ${org}::uuid and e.blueprint = r.blueprint and e.identifier = r.identifier and e.id = any(${sql.param(ids)}::uuid[]),
      jsonb_to_recordset(r.relations) as t(type text, blueprint text, identifier text)),
    gone as (
      delete from relations x where x.org_id = ${org}::uuid and x.from_id = any(${sql.param(ids)}::uuid[])
        and not exists (select 1 from incoming i where i.from_id = x.from_id and i.type = x.type and i.blueprint = x.to_blueprint and i.identifier = x.to_identifier))
    insert into relations (org_id, from_id, type, to_blueprint, to_identifier, to_id)
    select ${org}::uuid, i.from_id, i.type, i.blueprint, i.identifier, e.id from incoming i
    left join entities e on e.org_id = ${org}::uuid and e.blueprint = i.blueprint and e.identifier = i.identifier
    on conflict do nothing`);
}

/** Points relations and owners that were waiting for these entities at them. @returns the entities that were waiting */
async function joinUp(tx: Transaction, org: string, ids: string[]): Promise<string[]> {
  const waiting = await tx.execute<{ id: string }>(sql`
    with arrived as (select id, blueprint, identifier from entities where org_id = ${org}::uuid and id = any(${sql.param(ids)}::uuid[])),
    joined as (
      update relations r set to_id = a.id from arrived a
      where r.org_id = ${org}::uuid and r.to_id is null and r.to_blueprint = a.blueprint and r.to_identifier = a.identifier returning r.from_id as id),
    owned as (
      update entities e set owner_id = a.id from arrived a
      where e.org_id = ${org}::uuid and e.owner_id is null and e.owner_ref = a.blueprint || ':' || a.identifier returning e.id)
    select id from joined union select id from owned`);
  return waiting.map((row) => row.id);
}
