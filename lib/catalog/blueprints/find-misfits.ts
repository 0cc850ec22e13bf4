import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { countRelationMisfits } from "#lib/catalog/blueprints/count-relation-misfits.ts";
import { findDetailMisfits, valueRules } from "#lib/catalog/blueprints/find-detail-misfits.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { statedProperties } from "#lib/catalog/derived/stated.ts";
import { checkValue } from "#lib/catalog/properties/check-value.ts";
import { convertValue } from "#lib/catalog/properties/convert-value.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

const examplesInAll = 50;

/**
 * Something that entities of a kind have, or lack, and that a changed definition does not allow. `convertible` of them can be brought
 * into the new form without loss. `path` is the field, such as `properties.tier`.
 */
export const Misfit = z.object({
  path: z.string(),
  problem: z.enum(["value", "missing", "unknown", "relation"]),
  count: z.number(),
  convertible: z.number(),
  examples: z.array(
    z.object({
      identifier: z.string(),
      title: z.string(),
      value: z.unknown(),
      why: z.string(),
      /** What it would become; not there when it cannot be converted. */
      converted: z.unknown(),
    }),
  ),
});
export type Misfit = z.output<typeof Misfit>;

/** A stored value that does not fit, and what it can become. */
export type RefusedValue = { name: string; old: unknown; count: number; why: string; converted?: unknown };
export type Misfits = { misfits: Misfit[]; refused: RefusedValue[] };
export type Kind = { orgId: string; blueprint: string };

/** What of the stored entities does not fit a definition that replaces another. Only what differs between the two is looked at. */
export async function findMisfits(
  tx: Transaction,
  kind: Kind,
  { before, after }: { before: BlueprintDefinition; after: BlueprintDefinition },
): Promise<Misfits> {
  const changed = after.properties.filter((property) => {
    const was = before.properties.find(({ identifier }) => identifier === property.identifier);
    return was === undefined || valueRules(was) !== valueRules(property);
  });
  const refused = await refusedValues(tx, kind, changed);
  const misfits = await valueMisfits(tx, kind, refused);
  misfits.push(...(await missingMisfits(tx, kind, before, after)));
  if (!after.allowsOthers) misfits.push(...(await unknownMisfits(tx, kind, before, after)));
  misfits.push(...(await countRelationMisfits(tx, kind, before, after)));
  misfits.push(...(await findDetailMisfits(tx, kind, before, after)));
  return { misfits, refused };
}

// Every distinct value is judged once, by the same function that judges what people enter; what one source says and another overrides
// is judged too, and counts for nothing.
async function refusedValues(tx: Transaction, kind: Kind, properties: PropertyDefinition[]): Promise<RefusedValue[]> {
  if (properties.length === 0) return [];
  const byName = new Map(properties.map((property) => [property.identifier, property]));
  const values = await tx.execute<{ name: string; value: unknown; count: number }>(sql`
    select n.name, p.properties -> n.name as value, sum(p.weight)::integer as count
    from (
      select e.properties, 1 as weight from entities e where e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint}
      union all
      select c.document -> 'properties', 0 from entity_contributions c
      join entities e on e.org_id = ${kind.orgId}::uuid and e.id = c.entity_id and e.blueprint = ${kind.blueprint}
      where c.org_id = ${kind.orgId}::uuid and c.document ? 'properties') p
    cross join unnest(${sql.param([...byName.keys()])}::text[]) as n(name)
    where coalesce(p.properties -> n.name, 'null') <> 'null'
    group by 1, 2 order by 1, 3 desc`);
  return [...values].flatMap(({ name, value, count }) => {
    const property = byName.get(name);
    const why = property === undefined ? null : checkValue(property, value);
    if (property === undefined || why === null) return [];
    const converted = convertValue(property, value);
    return [{ name, old: value, count, why, ...(converted === undefined ? {} : { converted }) }];
  });
}

async function valueMisfits(tx: Transaction, kind: Kind, refused: RefusedValue[]): Promise<Misfit[]> {
  if (refused.length === 0) return [];
  const sample = JSON.stringify(refused.slice(0, 500));
  const rows = await tx.execute<{ name: string; identifier: string; title: string; value: unknown }>(sql`
    select v.name, e.identifier, e.title, v.value
    from entities e cross join lateral (
      select n.name, e.properties -> n.name as value from unnest(${sql.param([...new Set(refused.map(({ name }) => name))])}::text[]) as n(name)) v
    join jsonb_to_recordset(${sample}::jsonb) as m(name text, old jsonb) on m.name = v.name and m.old = v.value
    where e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint}
    order by e.identifier, v.name limit ${examplesInAll}`);
  const judged = new Map(refused.map((value) => [`${value.name} ${JSON.stringify(value.old)}`, value]));
  const misfits = new Map<string, Misfit>();
  for (const value of refused.filter(({ count }) => count > 0)) {
    const path = `properties.${value.name}`;
    const misfit = misfits.get(path) ?? { path, problem: "value", count: 0, convertible: 0, examples: [] };
    misfit.count += value.count;
    if ("converted" in value) misfit.convertible += value.count;
    misfits.set(path, misfit);
  }
  for (const { name, value, ...entity } of rows) {
    const found = judged.get(`${name} ${JSON.stringify(value)}`);
    if (found === undefined) continue;
    misfits.get(`properties.${name}`)?.examples.push({ ...entity, value, why: found.why, converted: found.converted });
  }
  return [...misfits.values()];
}

async function missingMisfits(
  tx: Transaction,
  kind: Kind,
  before: BlueprintDefinition,
  after: BlueprintDefinition,
): Promise<Misfit[]> {
  const requiredBefore = new Set(
    before.properties.filter(({ isRequired }) => isRequired).map(({ identifier }) => identifier),
  );
  const properties = after.properties.filter(
    ({ identifier, isRequired }) => isRequired && !requiredBefore.has(identifier),
  );
  const fields = after.requiredFields.filter((field) => !before.requiredFields.includes(field));
  if (properties.length + fields.length === 0) return [];
  const names = [...properties.map(({ identifier }) => `properties.${identifier}`), ...fields];
  const rows = await tx.execute<{ name: string; count: number; examples: { identifier: string; title: string }[] }>(sql`
    select m.name, count(*)::integer as count,
      (array_agg(jsonb_build_object('identifier', m.identifier, 'title', m.title) order by m.identifier))[1:${Math.max(3, Math.floor(examplesInAll / names.length))}] as examples
    from (
      select n.name, e.identifier, e.title from entities e cross join unnest(${sql.param(names)}::text[]) as n(name)
      where e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint} and case n.name
        when 'description' then coalesce(e.description, '') = '' when 'owner' then e.owner_ref is null
        when 'lifecycle' then coalesce(e.lifecycle, '') = '' when 'type' then coalesce(e.type, '') = ''
        else coalesce(e.properties -> substr(n.name, 12), 'null') = 'null' end) m
    group by m.name order by m.name`);
  return [...rows].map(({ name, count, examples }) => {
    const fallback = properties.find(({ identifier }) => name === `properties.${identifier}`)?.default;
    return {
      path: name,
      problem: "missing",
      count,
      convertible: fallback === undefined ? 0 : count,
      examples: examples.map((entity) => ({ ...entity, value: null, why: "This is needed", converted: fallback })),
    };
  });
}

async function unknownMisfits(
  tx: Transaction,
  kind: Kind,
  before: BlueprintDefinition,
  after: BlueprintDefinition,
): Promise<Misfit[]> {
  const known = after.properties.map(({ identifier }) => identifier);
  // What had no name before either was decided about then, unless it was allowed.
  const gone = before.properties.map(({ identifier }) => identifier).filter((name) => !known.includes(name));
  const isAsked = before.allowsOthers ? sql`true` : sql`k.name = any(${sql.param(gone)}::text[])`;
  const rows = await tx.execute<{
    name: string;
    count: number;
    examples: { identifier: string; title: string; value: unknown }[];
  }>(sql`
    select k.name, count(*)::integer as count,
      (array_agg(jsonb_build_object('identifier', e.identifier, 'title', e.title, 'value', e.properties -> k.name) order by e.identifier))[1:3] as examples
    from entities e cross join lateral jsonb_object_keys(${statedProperties}) as k(name)
    where e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint} and k.name <> all(${sql.param(known)}::text[]) and ${isAsked}
    group by k.name order by count(*) desc, k.name limit 200`);
  const why = "This kind has no property of that name any more";
  return [...rows].map(({ name, count, examples }) => ({
    path: `properties.${name}`,
    problem: "unknown",
    count,
    convertible: 0,
    examples: examples.map((entity) => ({ ...entity, why, converted: undefined })),
  }));
}
