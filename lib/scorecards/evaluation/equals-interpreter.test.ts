import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import type { EntityFacts } from "#lib/catalog/query/entity-facts.ts";
import { evaluateQuery } from "#lib/catalog/query/interpreter/evaluate.ts";
import { readEntityFacts } from "#lib/scorecards/results/read-entity-facts.ts";
import { readRelatives } from "#lib/scorecards/results/read-relatives.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { queryOf } from "#lib/scorecards/scorecards/query-text.ts";
import { definition, importInto } from "#lib/scorecards/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const words = { true: "pass", false: "fail", error: "error" } as const;

test("what one statement stores is what the interpreter says of each entity and rule", async () => {
  const org = await testOrg();
  const queries = [
    "properties.tier < 3",
    'properties.tier = "1"',
    "count(dependsOn) > 2 and resolved(partOf)",
    "count(incoming dependsOn) > 0",
    "length(tags) >= 2 or properties.isPublic = true",
    'not (owner exists) or labels.region in ["eu"]',
    'createdAt > "2020-01-01"',
    'links().any((link) => link.url startsWith "https://") and ownership.allOwners().length = 1',
    'dependencies.out().filter((e) => e.type = "component").length > 1 or git != null',
    "entity.destinations().any((e) => e.sources().length > 3)",
  ];
  await importInto(org, [...makeSyntheticEntities(150)]);
  await createScorecard.call(
    org.as("admin"),
    definition({
      filter: "resolved(ownedBy)",
      rules: queries.map((query, index) => ({
        identifier: `rule-${index}`,
        title: query,
        level: "Ready",
        query,
        remedy: "Fix it.",
      })),
    }),
  );
  const stored = await database.owner`
    select l.entity_id, r.query_text, l.states ->> r.identifier as state from scorecard_levels l
    join scorecards s on s.id = l.scorecard_id join scorecard_rules r on r.scorecard_id = s.id
    where l.org_id = ${org.id} and s.identifier = 'readiness'`;
  expect(stored.length).toBeGreaterThan(500);
  expect(new Set(stored.map((row) => row["state"]))).toEqual(new Set(["pass", "fail", "error"]));
  const ids = [...new Set(stored.map((row) => String(row["entity_id"])))];
  const facts = await tenantTransaction(
    { orgId: org.id },
    async (tx) =>
      new Map(
        await Promise.all(
          ids.map(async (id) => {
            const relatives = (await readRelatives(tx, org.id, id, 1)) ?? new Map();
            return [id, { ...(await readEntityFacts(tx, org.id, id)), relatives } as EntityFacts] as const;
          }),
        ),
      ),
  );
  for (const row of stored) {
    const entity = facts.get(String(row["entity_id"]));
    if (!entity) throw new Error("An entity was scored that cannot be read");
    const { state, message } = evaluateQuery(queryOf(String(row["query_text"])), entity, { now: new Date() });
    expect(`${row["query_text"]}: ${row["state"]}`, message).toBe(`${row["query_text"]}: ${words[state]}`);
  }
});
