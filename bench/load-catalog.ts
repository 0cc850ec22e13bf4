import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

/**
 * Fills organizations with the synthetic catalog past the operations, for measuring how it is read: entities, relations and counts as an
 * import leaves them, without history and scores, which no list reads. Indexes are made afterwards, all at once.
 */
export async function loadCatalog(owner: Sql, orgIds: string[], total: number): Promise<void> {
  await owner`create unlogged table bench_documents (place integer generated always as identity, document jsonb not null)`;
  await pipeline(Readable.from(linesOf(total)), await owner`copy bench_documents (document) from stdin`.writable());
  await owner`
    insert into blueprints (org_id, identifier, title, plural_title)
    select o.id, k.kind, initcap(k.kind), initcap(k.kind) || 's'
    from unnest(${orgIds}::uuid[]) as o(id), (select distinct document->>'blueprint' as kind from bench_documents) as k on conflict do nothing`;
  await withoutIndexes(owner, ["entities", "relations"], async () => {
    for (const orgId of orgIds) await owner.begin(async (tx) => insertAll(tx as unknown as Sql, orgId));
  });
  await owner`drop table bench_documents`;
}

async function insertAll(tx: Sql, orgId: string): Promise<void> {
  await tx`set local session_replication_role = replica`;
  await tx`set local work_mem = '256MB'`;
  await tx`
    create temporary table ends on commit drop as
    select uuidv7() as id, (document->>'blueprint') || ':' || (document->>'identifier') as ref from bench_documents order by place`;
  await tx`analyze ends`;
  await tx`
    insert into entities (org_id, id, blueprint, identifier, title, description, owner_ref, owner_id, lifecycle, type, tags, labels, annotations,
      links, properties, origin, content_hash, search_text)
    select ${orgId}, self.id, r.blueprint, r.identifier, r.title, r.description, r."ownerRef", o.id, r.lifecycle, r.type,
      array(select jsonb_array_elements_text(r.tags)), r.labels, r.annotations, r.links, r.properties, r.origin, md5(d.document::text),
      lower(concat_ws(' ', r.title, r.identifier, r.description, (select string_agg(t, ' ') from jsonb_array_elements_text(r.tags) t)))
        || coalesce(chr(31) || lower(substr(r."ownerRef", strpos(r."ownerRef", ':') + 1)), '')
    from bench_documents d, jsonb_to_record(d.document) as r(blueprint text, identifier text, title text, description text, "ownerRef" text,
      lifecycle text, type text, tags jsonb, labels jsonb, annotations jsonb, links jsonb, properties jsonb, origin jsonb)
    join ends self on self.ref = r.blueprint || ':' || r.identifier
    left join ends o on o.ref = r."ownerRef"
    order by d.place`;
  await tx`
    insert into relations (org_id, from_id, type, to_blueprint, to_identifier, to_id)
    select distinct ${orgId}::uuid, f.id, t.type, t.blueprint, t.identifier, e.id
    from bench_documents d
    join ends f on f.ref = (d.document->>'blueprint') || ':' || (d.document->>'identifier')
    cross join jsonb_to_recordset(d.document->'relations') as t(type text, blueprint text, identifier text)
    left join ends e on e.ref = t.blueprint || ':' || t.identifier`;
  await tx`
    insert into listed_entities (org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text)
    select org_id, blueprint, id, type, lifecycle, owner_ref, tags, search_text from entities where org_id = ${orgId} order by id on conflict do nothing`;
  await tx`
    insert into entity_counts (org_id, blueprint, facet, value, slot, count)
    select e.org_id, e.blueprint, v.facet, v.value, 0, count(*)
    from entities e cross join lateral counted_values(e.type, e.lifecycle, e.owner_ref, e.tags) as v
    where e.org_id = ${orgId} group by e.org_id, e.blueprint, v.facet, v.value
    on conflict (org_id, blueprint, facet, value, slot) do update set count = excluded.count`;
}

/** Takes the indexes of tables away, as far as no constraint needs them, and makes them again afterwards. */
async function withoutIndexes(owner: Sql, tables: string[], work: () => Promise<void>): Promise<void> {
  const indexes = await owner<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
    where i.indrelid = any(${tables}::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`;
  for (const { name } of indexes) await owner.unsafe(`drop index ${name}`);
  await work();
  await owner`set maintenance_work_mem = '512MB'`;
  for (const { definition } of indexes) await owner.unsafe(definition);
}

function* linesOf(total: number): Generator<string> {
  let block = "";
  for (const entity of makeSyntheticEntities(total)) {
    block += `${documentOf(entity).replaceAll("\\", "\\\\")}\n`;
    if (block.length < 65_536) continue;
    yield block;
    block = "";
  }
  yield block;
}

function documentOf(entity: ImportedEntity): string {
  return JSON.stringify(entity);
}
