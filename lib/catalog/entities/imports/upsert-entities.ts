import { setImmediate } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { ensureBlueprints } from "#lib/catalog/blueprints/ensure-blueprints.ts";
import { storeContributions } from "#lib/catalog/contributions/store-contributions.ts";
import { announceChanges, recordChanges, type WriteScope } from "#lib/catalog/entities/history/record-changes.ts";
import { hashEntity } from "#lib/catalog/entities/imports/hash-entity.ts";
import { chooseLookUp, type LookUp, lookUpEntity, nameIn } from "#lib/catalog/entities/imports/look-up.ts";
import { ownerText, toRow } from "#lib/catalog/entities/imports/to-row.ts";
import { writeRelations } from "#lib/catalog/entities/imports/write-relations.ts";
import type { EntitySource, ImportedEntity, UpsertResult } from "#lib/catalog/entities/schema.ts";
import { upsertSource } from "#lib/catalog/sources/upsert-source.ts";

// One statement carries its rows as one JSON parameter; this keeps that parameter, and memory, at a few megabytes.
const rowsPerStatement = 2000;
// From here on, and from this share of the organization on, statements that join what was written need statistics that know of it.
const manyRows = 1000;
const muchShare = 1 / 5;

type Importing = { tx: Transaction; org: string; sourceId: string; lookUp: LookUp };

type Described = { entity: ImportedEntity; hash: string };

/** `isBeside`: somebody else describes it too, so it was not written but is for `storeContributions`. */
type Met = { id: string | null; blueprint: string; identifier: string; isCreated: boolean; isBeside: boolean };

/**
 * Writes what a source says: new and changed entities with their relations and history, set-based, in the caller's transaction.
 * Unchanged ones are not touched, not even locked. Entities that the source no longer names stay: an empty or partial source never
 * deletes a catalog. Relations and owners that do not exist yet are kept and joined up when they arrive. Where another source describes
 * an entity too, this one's word is kept beside theirs, and the entity is the merge of both. What is archived stays archived, whatever is
 * read about it; only an action brings back what it makes.
 * Everything whose scores may differ now is announced as `entity.changed`.
 */
export async function upsertEntities(
  scope: WriteScope,
  input: { source: EntitySource; entities: ImportedEntity[] },
): Promise<UpsertResult> {
  const { ctx, tx } = scope;
  const org = ctx.org.id;
  const source = await upsertSource(tx, org, input.source);
  const sourceId = source.id;
  await ensureBlueprints(
    tx,
    org,
    input.entities.map((entity) => entity.blueprint),
  );
  const importing = { tx, org, sourceId, lookUp: await chooseLookUp(tx, org, input.entities.length) };
  const news = await findNews(importing, input.entities);
  const revived = input.source.kind === "action" ? await revive(tx, org, input.entities) : [];
  const met: Met[] = [];
  const chunks: Parameters<typeof writeRelations>[2][] = [];
  const groups = inChunks(ownersFirst(news));
  let rows = rowsOf(groups[0]);
  for (const [place, described] of groups.entries()) {
    const [chunk, next] = await meanwhile(writeEntities(importing, rows), () => rowsOf(groups[place + 1]));
    rows = next;
    met.push(...chunk);
    chunks.push(relationsOf(chunk, described));
  }
  // After all entities, so that ends which came with them are found at once instead of being joined up.
  for (const chunk of chunks) if (chunk.entities.length > 0) await writeRelations(tx, org, chunk);
  const written = chunks.flatMap((chunk) => chunk.entities.map(({ id }) => id));
  const beside = await storeContributions(scope, source, besideOthers(met, input.entities));
  const ids = [...written, ...beside];
  if (ids.length === 0) {
    await announceChanges(scope, revived);
    return { sourceId, created: 0, changed: 0, unchanged: input.entities.length, entityIds: revived };
  }
  if (await areMuch(tx, org, ids.length)) await tx.execute(sql`select refresh_catalog_statistics()`);
  const joined = await joinUp(tx, org, ids);
  await recordChanges(scope, ids, { sourceId, affected: revived, joined });
  const created = met.filter((row) => row.isCreated).length;
  return {
    sourceId,
    created,
    changed: ids.length - created,
    unchanged: input.entities.length - ids.length,
    entityIds: ids,
  };
}

/** The relations that those which were written are described with. */
function relationsOf(met: Met[], described: Described[]): Parameters<typeof writeRelations>[2] {
  const relations = new Map(described.map(({ entity }) => [nameOf(entity), entity.relations]));
  const written = met.flatMap((row) => (row.isBeside || row.id === null ? [] : { ...row, id: row.id }));
  return {
    known: written.flatMap(({ id, isCreated }) => (isCreated ? [] : id)),
    entities: written.map((row) => ({ id: row.id, relations: relations.get(nameOf(row)) ?? [] })),
  };
}

function nameOf({ blueprint, identifier }: { blueprint: string; identifier: string }): string {
  return `${blueprint}:${identifier}`;
}

/** What a statement is given of these entities. */
function rowsOf(described: Described[] = []): string {
  return JSON.stringify(described.map(({ entity, hash }) => toRow(entity, hash)));
}

/** Works while the database does what it was asked, instead of after it. */
async function meanwhile<Answer, Done>(asked: Promise<Answer>, work: () => Done): Promise<[Answer, Done]> {
  // It is awaited below; until then nobody must think it was forgotten.
  asked.catch(() => {});
  await setImmediate();
  const done = work();
  return [await asked, done];
}

/** Whether so many entities are a good part of what the organization has now. Renewing statistics costs the same for few as for many. */
async function areMuch(tx: Transaction, org: string, written: number): Promise<boolean> {
  if (written < manyRows) return false;
  const [row] = await tx.execute<{ total: number }>(sql`
    select coalesce(sum(c.count), 0)::integer as total from entity_counts c where c.org_id = ${org}::uuid and c.facet = 'all'`);
  return written > (row?.total ?? 0) * muchShare;
}

/** Brings back what was archived: whoever makes it anew wants it. @returns what came back */
async function revive(tx: Transaction, org: string, entities: ImportedEntity[]): Promise<string[]> {
  const names = JSON.stringify(entities.map(({ blueprint, identifier }) => ({ blueprint, identifier })));
  const rows = await tx.execute<{ id: string }>(sql`
    update entities e set is_archived = false, archived_at = null, archived_by = null, archived_reason = null
    from jsonb_to_recordset(${names}::jsonb) as r(blueprint text, identifier text)
    where e.org_id = ${org}::uuid and e.blueprint = r.blueprint and e.identifier = r.identifier and e.is_archived returning e.id`);
  return rows.map(({ id }) => id);
}

function besideOthers(met: Met[], entities: ImportedEntity[]): ImportedEntity[] {
  const names = new Set(met.flatMap((row) => (row.isBeside ? nameOf(row) : [])));
  return names.size === 0 ? [] : entities.filter((entity) => names.has(nameOf(entity)));
}

/**
 * Those of which something may have to be written. Digests go ahead, because most of an import is what is there already: it then is
 * neither sent nor read.
 */
async function findNews({ tx, org, sourceId, lookUp }: Importing, entities: ImportedEntity[]): Promise<Described[]> {
  const hashes = entities.map(hashEntity);
  const all = entities.map(({ blueprint, identifier }, place) => [blueprint, identifier, hashes[place]]);
  const news = await tx.execute<{ place: number }>(sql`
    select (r.place - 1)::integer as place
    from jsonb_array_elements(${JSON.stringify(all)}::jsonb) with ordinality as r(entity, place)
    ${lookUpEntity(org, sql`e`, { blueprint: sql`r.entity ->> 0`, identifier: sql`r.entity ->> 1` }, lookUp)}
    where ${isNews(sql`r.entity ->> 2`, sourceId)} order by r.place`);
  return news.flatMap(({ place }) => {
    const [entity, hash] = [entities[place], hashes[place]];
    return entity === undefined || hash === undefined ? [] : { entity, hash };
  });
}

/** Whether an entity, of which `e` is what is stored, is new, different, or described by others too. */
function isNews(hash: SQL, sourceId: string): SQL {
  return sql`(e.id is null or e.content_hash <> ${hash} or e.is_layered or e.source_id <> ${sourceId}::uuid)`;
}

/** In chunks of their own, before the others: whoever they own then finds them, and needs no second write. */
function ownersFirst(news: Described[]): [Described[], Described[]] {
  const refs = new Set(news.map(({ entity }) => entity.ownerRef));
  const [owners, others]: [Described[], Described[]] = [[], []];
  for (const one of news) (refs.has(nameOf(one.entity)) ? owners : others).push(one);
  return [owners, others];
}

function inChunks(groups: Described[][]): Described[][] {
  return groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / rowsPerStatement) }, (_, index) =>
      group.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
    ),
  );
}

// The join with what is stored comes first, so that a row that did not change is never locked or written. What another source describes
// too is left alone; so is what became that while this statement waited for its row.
async function writeEntities({ tx, org, sourceId, lookUp }: Importing, rows: string): Promise<Met[]> {
  const result = await tx.execute<Met>(sql`
    with incoming as (
      select r.*, e.id as known, e.id is not null and (e.is_layered or e.source_id <> ${sourceId}::uuid) as beside
      from jsonb_to_recordset(${rows}::jsonb) as r(blueprint text, identifier text, title text, description text, "ownerRef" text,
        lifecycle text, type text, tags jsonb, labels jsonb, annotations jsonb, links jsonb, properties jsonb, origin jsonb, hash text, search text)
      ${lookUpEntity(org, sql`e`, { blueprint: sql`r.blueprint`, identifier: sql`r.identifier` }, lookUp)}
      where ${isNews(sql`r.hash`, sourceId)}),
    written as (
      insert into entities as e (org_id, blueprint, identifier, title, description, owner_ref, owner_id, lifecycle, type, tags, labels,
        annotations, links, properties, source_id, origin, content_hash, search_text)
      select ${org}::uuid, r.blueprint, r.identifier, r.title, r.description, r."ownerRef", o.id, r.lifecycle, r.type,
        array(select jsonb_array_elements_text(r.tags)), r.labels, r.annotations, r.links, r.properties, ${sourceId}::uuid, r.origin, r.hash,
        r.search
      from incoming r
      ${lookUpEntity(org, sql`o`, nameIn(sql`r."ownerRef"`), lookUp)}
      where not r.beside
      on conflict (org_id, blueprint, identifier) do update set title = excluded.title, description = excluded.description,
        owner_ref = coalesce(excluded.owner_ref, case when e.owner_from is not null then e.owner_ref end),
        owner_id = case when excluded.owner_ref is null and e.owner_from is not null then e.owner_id else excluded.owner_id end,
        owner_from = case when excluded.owner_ref is null then e.owner_from end, lifecycle = excluded.lifecycle, type = excluded.type,
        tags = excluded.tags, labels = excluded.labels, annotations = excluded.annotations, links = excluded.links,
        properties = excluded.properties || e.derived, source_id = excluded.source_id, origin = excluded.origin, content_hash = excluded.content_hash,
        search_text = excluded.search_text || case when excluded.owner_ref is null and e.owner_from is not null then ${ownerText(sql`e.owner_ref`)} else '' end, version = e.version + 1, updated_at = now()
      where not e.is_layered and (e.source_id is null or e.source_id = excluded.source_id)
      returning e.id, e.blueprint, e.identifier, e.version = 1 as is_created)
    select w.id, i.blueprint, i.identifier, coalesce(w.is_created, false) as "isCreated", w.id is null as "isBeside"
    from incoming i left join written w on w.blueprint = i.blueprint and w.identifier = i.identifier`);
  return [...result];
}

/** Points relations and owners that were waiting for these entities at them. @returns the entities that were waiting */
async function joinUp(tx: Transaction, org: string, ids: string[]): Promise<string[]> {
  const waiting = await tx.execute<{ id: string }>(sql`
    with arrived as (
      select id, blueprint, identifier, blueprint || ':' || identifier as ref from entities
      where org_id = ${org}::uuid and id = any(${sql.param(ids)}::uuid[])),
    joined as (
      update relations r set to_id = a.id from arrived a
      where r.org_id = ${org}::uuid and r.to_id is null and r.to_blueprint = a.blueprint and r.to_identifier = a.identifier returning r.from_id as id),
    owned as (
      update entities e set owner_id = a.id from arrived a
      where e.org_id = ${org}::uuid and e.owner_id is null and e.owner_ref = a.ref returning e.id)
    select id from joined union select id from owned`);
  return waiting.map((row) => row.id);
}
