import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Kind, Misfit } from "#lib/catalog/blueprints/find-misfits.ts";
import type { BlueprintDefinition } from "#lib/catalog/blueprints/schema.ts";
import { checkValue } from "#lib/catalog/properties/check-value.ts";
import type { PropertyDefinition } from "#lib/catalog/properties/schema.ts";

/** What a property demands of values, apart from how it is called; the same whatever the order of keys, which the database changes. */
export function valueRules({ title, description, default: _, isRequired, ...rules }: PropertyDefinition): string {
  return JSON.stringify(inOrder({ ...rules, options: rules.options?.map(({ value }) => value) }));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

type Row = { type: string; name: string; value: unknown; count: number; identifier: string; title: string };

/**
 * What is said of relations and does not fit properties that a changed definition gives them. Every distinct value is judged once. Like
 * relations themselves they are not converted: people decide.
 */
export async function findDetailMisfits(
  tx: Transaction,
  kind: Kind,
  before: BlueprintDefinition,
  after: BlueprintDefinition,
): Promise<Misfit[]> {
  const changed = new Map<string, PropertyDefinition>();
  for (const { identifier: type, properties } of after.relations) {
    const was = before.relations.find(({ identifier }) => identifier === type)?.properties ?? [];
    for (const property of properties) {
      const earlier = was.find(({ identifier }) => identifier === property.identifier);
      const isSame = earlier !== undefined && valueRules(earlier) === valueRules(property);
      if (!isSame || (property.isRequired && !earlier.isRequired))
        changed.set(`${type} ${property.identifier}`, property);
    }
  }
  if (changed.size === 0) return [];
  const names = [...changed.keys()].map((key) => key.split(" "));
  const rows = await tx.execute<Row>(sql`
    select n.type, n.name, coalesce(r.properties -> n.name, 'null') as value, count(*)::integer as count, min(e.identifier) as identifier,
      min(e.title) as title
    from jsonb_to_recordset(${JSON.stringify(names.map(([type, name]) => ({ type, name })))}::jsonb) as n(type text, name text)
    join entities e on e.org_id = ${kind.orgId}::uuid and e.blueprint = ${kind.blueprint}
    join relations r on r.org_id = ${kind.orgId}::uuid and r.from_id = e.id and r.type = n.type
    group by 1, 2, 3 order by 1, 2, 4 desc`);
  const misfits = new Map<string, Misfit>();
  for (const { type, name, value, count, identifier, title } of rows) {
    const property = changed.get(`${type} ${name}`);
    if (property === undefined) continue;
    const why = value !== null ? checkValue(property, value) : property.isRequired ? "This is needed" : null;
    if (why === null) continue;
    const path = `relations.${type}.${name}`;
    const misfit = misfits.get(path) ?? { path, problem: "relation", count: 0, convertible: 0, examples: [] };
    misfit.count += count;
    if (misfit.examples.length < 3) misfit.examples.push({ identifier, title, value, why, converted: undefined });
    misfits.set(path, misfit);
  }
  return [...misfits.values()];
}
