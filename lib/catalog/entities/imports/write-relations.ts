import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { noteTouched } from "#lib/catalog/derived/touched.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { relationDetailsSql } from "#lib/catalog/relations/details-sql.ts";
import { scheduleLook } from "#lib/catalog/relations/notice-dates.ts";

/** `known` are those of the entities that were there before. */
type Written = { known: string[]; entities: { id: string; relations: Relation[] }[] };
type Relation = ImportedEntity["relations"][number];

/**
 * Makes the relations of entities those that are described: new ones come, others go, and what is said of one is said anew. Which did is
 * noted with the version of each entity that was there before; they must have it by now.
 */
export async function writeRelations(tx: Transaction, orgId: string, written: Written): Promise<void> {
  const org = sql`${orgId}::uuid`;
  await scheduleLook(
    tx,
    written.entities.flatMap(({ relations }) => relations),
  );
  const incoming = incomingRelations(
    written.entities.flatMap(({ id, relations }) => onceEach(relations).map((one) => ({ ...one, from: id }))),
  );
  const arrive = sql`
    insert into relations as x (org_id, from_id, type, to_blueprint, to_identifier, to_id, properties, since, until)
    select ${org}, i.from_id, i.type, i.blueprint, i.identifier, e.id, i.properties, i.since, i.until from incoming i
    left join entities e on e.org_id = ${org} and e.blueprint = i.blueprint and e.identifier = i.identifier`;
  if (written.known.length === 0) {
    // Nobody else knows entities that this transaction made.
    await tx.execute(sql`with incoming as (${incoming}) ${arrive}`);
    return;
  }
  const known = sql`${sql.param(written.known)}::uuid[]`;
  const isSame = sql`i.from_id = x.from_id and i.type = x.type and i.blueprint = x.to_blueprint and i.identifier = x.to_identifier`;
  const key = sql`x.from_id, x.type, x.to_blueprint, x.to_identifier`;
  const nothing = sql`null::jsonb`;
  const left = await tx.execute<{ id: string }>(sql`
    with incoming as (${incoming}),
    gone as (
      delete from relations x where x.org_id = ${org} and x.from_id = any(${known}) and not exists (select 1 from incoming i where ${isSame})
      returning x.to_id, ${key}, ${relationDetailsSql(sql`x`)} as before, ${nothing} as after),
    told as (
      update relations x set properties = i.properties, since = i.since, until = i.until from incoming i
      where x.org_id = ${org} and x.from_id = any(${known}) and ${isSame}
        and (x.properties, x.since, x.until) is distinct from (i.properties, i.since, i.until)
      returning x.to_id, ${key}, ${relationDetailsSql(sql`old`)} as before, ${relationDetailsSql(sql`new`)} as after),
    arrived as (${arrive} on conflict do nothing returning x.to_id, ${key}, ${nothing} as before, ${relationDetailsSql(sql`x`)} as after),
    noted as (insert into entity_relation_changes (org_id, entity_id, version, type, to_blueprint, to_identifier, before, after)
    select ${org}, e.id, e.version, c.type, c.to_blueprint, c.to_identifier, c.before, c.after
    from (select * from gone union all select * from told union all select * from arrived) c
    join entities e on e.org_id = ${org} and e.id = c.from_id
    where c.from_id = any(${known}))
    select distinct g.to_id as id from gone g where g.to_id is not null`);
  noteTouched(
    tx,
    left.map(({ id }) => id),
  );
}

type From = Relation & { from: string };

// Only where something is said of relations is it read from each; else a list for each column is read faster than objects are.
function incomingRelations(relations: From[]): SQL {
  if (relations.some(hasDetails))
    return sql`select t."from" as from_id, t.* from jsonb_to_recordset(${JSON.stringify(relations)}::jsonb)
      as t("from" uuid, type text, blueprint text, identifier text, properties jsonb, since timestamptz, until timestamptz)`;
  const list = (column: "from" | "type" | "blueprint" | "identifier") => sql.param(relations.map((one) => one[column]));
  return sql`select t.*, null::jsonb as properties, null::timestamptz as since, null::timestamptz as until
    from unnest(${list("from")}::uuid[], ${list("type")}::text[], ${list("blueprint")}::text[], ${list("identifier")}::text[])
      as t(from_id, type, blueprint, identifier)`;
}

function hasDetails({ properties, since, until }: Relation): boolean {
  return properties !== undefined || since !== undefined || until !== undefined;
}

// Of one relation that is stated twice the last word counts. No name that can be stored has a NUL in it.
function onceEach(relations: Relation[]): Relation[] {
  const byName = new Map(relations.map((one) => [`${one.type}\0${one.blueprint}\0${one.identifier}`, one]));
  return byName.size === relations.length ? relations : [...byName.values()];
}
