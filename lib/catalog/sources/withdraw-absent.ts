import { sql } from "drizzle-orm";
import { readLayers } from "#lib/catalog/contributions/read-layers.ts";
import { writeLayers } from "#lib/catalog/contributions/write-layers.ts";
import { recordChanges, type WriteScope } from "#lib/catalog/entities/history/record-changes.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

// Keeps one statement's JSON, and memory, at a few megabytes.
const rowsPerStatement = 2000;

type Absent = ImportedEntity["origin"] & object;
type Row = { id: string; name: string; origin: Absent | null; hasOther: boolean };

export type Absences = {
  /** Another source describes them too: what this one said is taken back. */
  withdrawn: { name: string; origin: Absent | null }[];
  /** Nobody else describes them: they stay, marked as no longer there. */
  missing: { name: string; origin: Absent | null }[];
};

/**
 * After a complete reading of a source: what it described before and does not name any more. Its word is taken back where another source
 * describes the entity too, so that a file that moved leaves nothing behind. Where nobody else does, the entity stays and is marked:
 * no reading ever deletes one. What is named again loses its mark.
 */
export async function withdrawAbsent(
  scope: WriteScope,
  sourceId: string,
  entities: { blueprint: string; identifier: string }[],
): Promise<Absences> {
  const { ctx, tx } = scope;
  const org = ctx.org.id;
  const names = JSON.stringify(entities.map(({ blueprint, identifier }) => ({ blueprint, identifier })));
  const named = sql`jsonb_to_recordset(${names}::jsonb) as r(blueprint text, identifier text)`;
  await tx.execute(sql`
    delete from entity_absences a using entities e, ${named}
    where a.org_id = ${org}::uuid and a.source_id = ${sourceId}::uuid and e.org_id = ${org}::uuid and e.id = a.entity_id
      and e.blueprint = r.blueprint and e.identifier = r.identifier`);
  const rows = await tx.execute<Row>(sql`
    with named as materialized (select r.blueprint, r.identifier from ${named}),
    described as (
      select e.id, e.blueprint, e.identifier, e.origin, false as layered from entities e
      where e.org_id = ${org}::uuid and e.source_id = ${sourceId}::uuid and not e.is_layered
      union all
      select e.id, e.blueprint, e.identifier, c.origin, true from entity_contributions c
      join entities e on e.org_id = ${org}::uuid and e.id = c.entity_id
      where c.org_id = ${org}::uuid and c.source_id = ${sourceId}::uuid)
    select d.id, d.blueprint || ':' || d.identifier as name, d.origin, d.layered and exists (
        select from entity_contributions o join sources s on s.org_id = ${org}::uuid and s.id = o.source_id
        where o.org_id = ${org}::uuid and o.entity_id = d.id and o.source_id <> ${sourceId}::uuid and s.kind not in ('person', 'program')) as "hasOther"
    from described d
    where not exists (select from named n where n.blueprint = d.blueprint and n.identifier = d.identifier)
    order by d.id`);
  const moved = rows.filter(({ hasOther }) => hasOther);
  const missing = rows.filter(({ hasOther }) => !hasOther);
  for (let start = 0; start < moved.length; start += rowsPerStatement) {
    const ids = moved.slice(start, start + rowsPerStatement).map(({ id }) => id);
    const stored = await readLayers(tx, org, ids, { lock: true });
    const changes = stored.map((before) => ({
      before,
      layers: before.layers.filter((layer) => layer.sourceId !== sourceId),
    }));
    await recordChanges(scope, await writeLayers(scope, changes), { sourceId });
  }
  const missingIds = missing.map(({ id }) => id);
  const marked =
    missingIds.length === 0
      ? []
      : await tx.execute<{ id: string }>(sql`
          insert into entity_absences (org_id, entity_id, source_id)
          select ${org}::uuid, m.id, ${sourceId}::uuid from unnest(${sql.param(missingIds)}::uuid[]) as m(id)
          on conflict do nothing returning entity_id as id`);
  const isNew = new Set(marked.map(({ id }) => id));
  const shown = ({ name, origin }: Row) => ({ name, origin });
  return { withdrawn: moved.map(shown), missing: missing.filter(({ id }) => isNew.has(id)).map(shown) };
}
