import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";

/** Makes the relations of these entities, of which `ids` were written, those that are described: new ones come, others go. */
export async function writeRelations(
  tx: Transaction,
  org: string,
  ids: string[],
  entities: ImportedEntity[],
): Promise<void> {
  const rows = JSON.stringify(
    entities.map(({ blueprint, identifier, relations }) => ({ blueprint, identifier, relations })),
  );
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
