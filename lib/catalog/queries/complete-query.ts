import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "#db/client.ts";
import { readBlueprints } from "#lib/catalog/blueprints/read-blueprints.ts";
import type { BlueprintDetail } from "#lib/catalog/blueprints/schema.ts";
import { typeOfDerived, typeOfProperty } from "#lib/catalog/derived/type-of-derived.ts";
import { typeOfWritten } from "#lib/catalog/queries/kinds-of-properties.ts";
import {
  BlueprintOfQuery,
  WrittenProperties,
  type WrittenProperty,
  WrittenQuery,
} from "#lib/catalog/queries/schema.ts";
import { completeQuery as complete, type Known } from "#lib/catalog/query/completion/complete-query.ts";
import { query } from "#lib/kernel/operation.ts";

const valuesPerFacet = 50;
const offerKinds = ["field", "property", "function", "method", "operator", "value", "word"] as const;

/** The values of the fields that are counted, the most frequent first. */
async function readValues(tx: Transaction, orgId: string): Promise<Record<string, string[]>> {
  const rows = await tx.execute<{ facet: string; value: string }>(sql`
    select facet, value from (
      select c.facet, c.value, row_number() over (partition by c.facet order by sum(c.count) desc, c.value) as place
      from entity_counts c where c.org_id = ${orgId}::uuid and c.facet <> 'all'
      group by c.facet, c.value having sum(c.count) > 0) as ranked
    where place <= ${valuesPerFacet} order by facet, place`);
  const of = (facet: string) => [...rows].filter((row) => row.facet === facet).map((row) => row.value);
  const owners = of("owner").filter((owner) => owner !== "none");
  return { type: of("type"), lifecycle: of("lifecycle"), owner: owners, tags: of("tag") };
}

type Scorecard = { identifier: string; levels: string[]; rules: string[] };

/** What can be said of scorecards, by the text before it. */
async function readScorecards(tx: Transaction, orgId: string): Promise<Record<string, string[]>> {
  const rows = await tx.execute<Scorecard>(sql`
    select s.identifier, jsonb_path_query_array(s.levels, '$[*].name') as levels,
      array(select r.identifier from scorecard_rules r where r.org_id = s.org_id and r.scorecard_id = s.id order by r.position) as rules
    from scorecards s where s.org_id = ${orgId}::uuid order by lower(s.title), s.id`);
  const called = (identifier: string) => `scorecard(${JSON.stringify(identifier)})`;
  return Object.fromEntries([
    ["scorecard(", [...rows].map(({ identifier }) => identifier)],
    ...[...rows].flatMap(({ identifier, levels, rules }) => [
      [`${called(identifier)}.level`, levels],
      [`${called(identifier)}.levelName`, levels],
      [`${called(identifier)}.passes(`, rules],
    ]),
  ]);
}

function knownOf(blueprints: BlueprintDetail[], chosen: string | undefined, values: Record<string, string[]>): Known {
  const asked = blueprints.filter(({ identifier }) => chosen === undefined || identifier === chosen);
  const all = new Map(blueprints.map((blueprint) => [blueprint.identifier, blueprint]));
  const properties = new Map<string, Known["properties"][number]>();
  for (const { identifier: kind, definition } of asked) {
    for (const property of definition.derived) {
      const { identifier: name, title } = property;
      properties.set(name, { name, title, type: typeOfDerived(all, kind, property), values: [] });
    }
    for (const property of definition.properties) {
      const { identifier: name, title } = property;
      const values = (property.options ?? property.items?.options ?? []).map(({ value }) => value);
      properties.set(name, { name, title, type: typeOfProperty(property), values });
    }
  }
  const relations = new Set(
    asked.flatMap(({ definition }) => definition.relations.map(({ identifier }) => identifier)),
  );
  const kinds = blueprints.map(({ identifier }) => identifier);
  return {
    properties: [...properties.values()],
    values: { ...values, "hasGroup(": values["tags"] ?? [], blueprint: kinds, kind: kinds, "entity.type()": kinds },
    relations: [...relations],
  };
}

/** The properties of a kind that is being designed. */
function propertiesOf(written: WrittenProperty[], stored: Known["properties"]): Known["properties"] {
  const before = new Map(stored.map((property) => [property.name, property]));
  return written.map((property) => ({
    name: property.identifier,
    title: property.title,
    type: typeOfWritten(property, before.get(property.identifier)?.type),
    values: property.values ?? [],
  }));
}

/** What could be written at a place of a query that is being typed: fields, properties, functions, operators and values. */
export const completeQuery = query({
  name: "query.complete",
  permission: "entity:read",
  route: { method: "POST", path: "/queries/complete", summary: "Offer what could be written at a place of a query" },
  input: z.strictObject({
    text: WrittenQuery,
    cursor: z.number().int().min(0).describe("Where in the text, in UTF-16 units; the end when it is beyond"),
    blueprint: BlueprintOfQuery,
    properties: WrittenProperties,
  }),
  output: z.object({
    /** The characters that an offer takes the place of. */
    from: z.number().int(),
    to: z.number().int(),
    offers: z.array(z.object({ kind: z.enum(offerKinds), label: z.string(), insert: z.string(), detail: z.string() })),
  }),
  async run({ ctx, tx, input: { text, cursor, blueprint, properties } }) {
    const [blueprints, values, scorecards] = await Promise.all([
      readBlueprints(tx, ctx.org.id),
      readValues(tx, ctx.org.id),
      readScorecards(tx, ctx.org.id),
    ]);
    const known = knownOf([...blueprints.values()], blueprint, { ...values, ...scorecards });
    if (properties !== undefined) known.properties = propertiesOf(properties, known.properties);
    return complete(text, Math.min(cursor, text.length), known);
  },
});
