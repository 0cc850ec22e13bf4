import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, isLongRun, type TestDatabase, testDatabase } from "#db/testing.ts";
import { compiledQueryTransaction } from "#db/transactions.ts";
import { anEntity, aQuery, aRelation, testAsker, testNow } from "./arbitraries.ts";
import { compilePredicate, compileSource, compileState } from "./compiler/compile.ts";
import type { EntityFacts, RelationFacts, ScorecardFacts } from "./entity-facts.ts";
import { aQueryOfExpressions } from "./expression-arbitraries.ts";
import { evaluateQuery } from "./interpreter/evaluate.ts";
import type { State } from "./plain/explanation.ts";
import { formatQuery } from "./text/format.ts";

const entityCount = 50;
const queriesPerStatement = 40;
const seed = Number(Date.now() % 2 ** 31);
const orgId = randomUUID();
const facts = new Map<string, EntityFacts>();

type Row = { id: string; states: State[]; matches: boolean[] };

/** Fills an organization with random entities. The ids are those of `ids`, which another organization may have too. */
async function fillOrganization({ owner }: TestDatabase, org: string, ids: string[], sampleSeed: number) {
  const blueprintOf = (index: number) => (index % 5 === 4 ? "group" : index % 2 === 0 ? "a" : "b");
  const entities = fc.sample(anEntity, { numRuns: ids.length, seed: sampleSeed }).map((entity, index) => {
    // Some are owned by others that are there; the other owners are only names.
    const owner = index % 3 === 0 ? (index * 7 + 4) % ids.length : null;
    return {
      ...entity,
      id: ids[index] ?? "",
      blueprint: blueprintOf(index),
      identifier: `entity-${index}`,
      owner: owner === null ? entity.owner : `${blueprintOf(owner)}:entity-${owner}`,
      owner_id: owner === null ? null : (ids[owner] ?? ""),
    };
  });
  const links = fc.sample(aRelation(ids.length), { numRuns: ids.length * 2, seed: sampleSeed });
  const stated = links.map(({ from, type, to, ...said }, index) => ({
    ...said,
    from_id: ids[from] ?? "",
    type,
    to_blueprint: to === null ? "a" : (entities[to]?.blueprint ?? ""),
    to_identifier: to === null ? `target-${index}` : (entities[to]?.identifier ?? ""),
    to_id: to === null ? null : (ids[to] ?? ""),
  }));
  const relations = distinct(stated);
  await owner`insert into orgs (org_id, slug, name) values (${org}, ${`q-${org.slice(0, 8)}`}, 'Query')`;
  await owner`insert into blueprints (org_id, identifier, title, plural_title) select ${org}, b, b, b from unnest(array['a', 'b', 'group']) b`;
  // Timestamps go through text so that PostgreSQL, not JavaScript, reads their microseconds.
  await owner.unsafe(
    `insert into entities (org_id, id, blueprint, identifier, title, description, owner_ref, owner_id, verified_at, lifecycle, type, tags, search_text,
       properties, annotations, labels, links, created_at, updated_at, content_hash)
     select $1, id, blueprint, identifier, title, description, owner, owner_id, "verifiedAt", lifecycle, type, tags, text,
       coalesce(properties, 'null'), coalesce(annotations, 'null'), coalesce(labels, 'null'), coalesce(links, 'null'),
       "createdAt", "updatedAt", ''
     from jsonb_to_recordset($2::text::jsonb) as r(id uuid, blueprint text, identifier text, title text, description text, owner text, owner_id uuid, "verifiedAt" timestamptz,
       lifecycle text, type text, tags text[], text text, properties jsonb, annotations jsonb, labels jsonb, links jsonb,
       "createdAt" timestamptz, "updatedAt" timestamptz)`,
    [org, JSON.stringify(entities)],
  );
  await owner.unsafe(
    `insert into relations (org_id, from_id, type, to_blueprint, to_identifier, to_id, properties, since, until)
     select $1, from_id, type, to_blueprint, to_identifier, to_id, properties, since, until
     from jsonb_to_recordset($2::text::jsonb) as r(from_id uuid, type text, to_blueprint text, to_identifier text, to_id uuid,
       properties jsonb, since timestamptz, until timestamptz)`,
    [org, JSON.stringify(relations)],
  );
  const scores = fc.sample(fc.array(fc.option(aScore, { freq: 3 }), { minLength: ids.length, maxLength: ids.length }), {
    numRuns: scorecardNames.length,
    seed: sampleSeed,
  });
  for (const [index, identifier] of scorecardNames.entries())
    await scoreOrganization({ owner, org, ids }, identifier, scores[index] ?? []);
  return { entities, relations, scores };
}

type Score = NonNullable<ScorecardFacts["score"]>;
const scorecardNames = ["a", "b"];
const levels = ["a", "A", "Ab"];
const aScore: fc.Arbitrary<Score> = fc.record({
  level: fc.integer({ min: 0, max: levels.length }),
  passed: fc.integer({ min: 0, max: 7 }),
  total: fc.constantFrom(7, 9),
  states: fc.record({ a: fc.constantFrom("pass", "fail", "error"), constructor: fc.constantFrom("pass", "fail") }),
});

/** Writes a scorecard with what it says of each entity; nothing of those that have null. */
async function scoreOrganization(
  { owner, org, ids }: { owner: TestDatabase["owner"]; org: string; ids: string[] },
  identifier: string,
  scores: (Score | null)[],
) {
  const [scorecard] = await owner`
    insert into scorecards (org_id, identifier, title, description, filter_text, filter_query, levels)
    values (${org}, ${identifier}, 'Scorecard', '', 'true', '{}', ${owner.json(levels.map((name, index) => ({ rank: index + 1, name })))}) returning id`;
  const rows = ids.flatMap((id, index) => {
    const score = scores[index] ?? null;
    return score === null ? [] : [{ ...score, id }];
  });
  await owner.unsafe(
    `insert into scorecard_levels (org_id, scorecard_id, entity_id, level, states, passed, total, to_next)
     select $1, $2, id, level, states, passed, total, 0 from jsonb_to_recordset($3::text::jsonb) as r(id uuid, level smallint, states jsonb, passed smallint, total smallint)`,
    [org, scorecard?.["id"], JSON.stringify(rows)],
  );
}

type Relation = {
  from_id: string;
  type: string;
  to_blueprint: string;
  to_identifier: string;
  to_id: string | null;
  properties: unknown;
  since: string | null;
  until: string | null;
};

/** Nobody states a relation twice. */
function distinct(relations: Relation[]): Relation[] {
  const key = ({ from_id, type, to_blueprint, to_identifier }: Relation) =>
    JSON.stringify([from_id, type, to_blueprint, to_identifier]);
  return [...new Map(relations.map((relation) => [key(relation), relation])).values()];
}

type Named = { id: string; blueprint: string; identifier: string };

function relationsOf(id: string, relations: Relation[], entities: Named[]): RelationFacts[] {
  const outgoing = relations.filter(({ from_id }) => from_id === id);
  const incoming = relations.filter(({ to_id }) => to_id === id);
  return [
    ...outgoing.map(({ type, to_id, to_blueprint, to_identifier, properties, since, until }) => ({
      ...{ type, properties, since, until },
      direction: "outgoing" as const,
      blueprint: to_blueprint,
      identifier: to_identifier,
      resolved: to_id !== null,
    })),
    ...incoming.map(({ type, from_id, properties, since, until }) => {
      const { blueprint = "", identifier = "" } = entities.find((entity) => entity.id === from_id) ?? {};
      const said = { type, properties, since, until };
      return { ...said, direction: "incoming" as const, blueprint, identifier, resolved: true };
    }),
  ];
}

async function compileAndRun(queries: Parameters<typeof compileState>[0][]): Promise<Row[]> {
  const options = { orgId, now: testNow, asker: testAsker };
  const states = queries.map((query) => compileState(query, options));
  // Coalesced only to be comparable: to WHERE, null is no match.
  const matches = queries.map((query) => sql`coalesce(${compilePredicate(query, options)}, false)`);
  const list = (parts: typeof states) => sql`to_json(array[${sql.join(parts, sql`, `)}])`;
  const statement = sql`select e.id, ${list(states)} as states, to_json(array[${sql.join(matches, sql`, `)}]) as matches from ${compileSource(options)}`;
  return (await compiledQueryTransaction((tx) => tx.execute<Row>(statement))).map((row) => row);
}

beforeAll(async () => {
  const database = await testDatabase();
  const ids = Array.from({ length: entityCount }, () => randomUUID());
  const { entities, relations, scores } = await fillOrganization(database, orgId, ids, seed);
  // A neighbour with the same ids and other contents: whatever leaks from it shows as a difference.
  await fillOrganization(database, randomUUID(), ids, seed + 1);
  const relatives = new Map(
    entities.map((entity) => [`${entity.blueprint}:${entity.identifier}`, relationsOf(entity.id, relations, entities)]),
  );
  for (const [index, entity] of entities.entries()) {
    const scorecards = new Map(
      scorecardNames.map((name, which) => [name, { levels, score: scores[which]?.[index] ?? null }]),
    );
    facts.set(entity.id, { ...entity, relations: relationsOf(entity.id, relations, entities), relatives, scorecards });
  }
});
afterAll(closeTestDatabase);

describe("the compiler and the interpreter", () => {
  test("agree on random queries and entities", { timeout: 600_000 }, async () => {
    const numRuns = isLongRun() ? 400 : 40;
    const seen: Record<State, number> = { true: 0, false: 0, error: 0 };
    const property = fc.asyncProperty(
      fc.array(fc.oneof(aQuery, aQueryOfExpressions), { minLength: 1, maxLength: queriesPerStatement, size: "max" }),
      async (queries) => {
        for (const row of await compileAndRun(queries)) {
          const entity = facts.get(row.id);
          if (entity === undefined) throw new Error("An entity of another organization was found");
          for (const [index, query] of queries.entries()) {
            const { state } = evaluateQuery(query, entity, { now: testNow, asker: testAsker });
            seen[state] += 1;
            const pair = (): string => `${formatQuery(query)} for ${JSON.stringify(entity)}`;
            if (row.states[index] !== state) expect.fail(`SQL says ${row.states[index]}, not ${state}: ${pair()}`);
            if (row.matches[index] !== (state === "true"))
              expect.fail(`The predicate disagrees with ${state}: ${pair()}`);
          }
        }
      },
    );
    await fc.assert(property, { numRuns, seed });
    const total = seen.true + seen.false + seen.error;
    console.log(`query differential: seed ${seed}, ${total} pairs, ${JSON.stringify(seen)}`);
    expect(total).toBeGreaterThan(isLongRun() ? 100_000 : 2_000);
    for (const count of Object.values(seen)) expect(count / total).toBeGreaterThan(0.05);
  });
});
