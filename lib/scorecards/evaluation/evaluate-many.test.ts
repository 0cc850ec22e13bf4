import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSyntheticEntities } from "#db/seed/synthetic.ts";
import { closeTestDatabase, isLongRun, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { evaluateScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { importInto } from "#lib/scorecards/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

// 14,300 entities are 10,000 components; each has 8 rules to meet.
const sizes = isLongRun() ? { entities: 14_300, components: 10_000 } : { entities: 1430, components: 1000 };
// Far above what it takes on an idle machine, far below a quadratic plan.
const limitMs = 5000;

test(`${sizes.components} components are scored in one go, also while the database has no statistics about them`, async () => {
  const org = await testOrg();
  for (const table of ["entities", "relations", "scorecard_levels"]) {
    await database.owner.unsafe(`alter table ${table} set (autovacuum_enabled = false)`);
  }
  const entities = [...makeSyntheticEntities(sizes.entities)].map((entity) =>
    entity.lifecycle === "deprecated" ? { ...entity, lifecycle: "production" } : entity,
  );
  for (let start = 0; start < entities.length; start += 5000)
    await importInto(org, entities.slice(start, start + 5000));
  const evaluate = async () => {
    const startedAt = performance.now();
    const changes = await tenantTransaction({ orgId: org.id }, (tx) => evaluateScorecards({ orgId: org.id, tx }));
    return { count: changes.length, durationMs: Math.round(performance.now() - startedAt) };
  };
  const unchanged = await evaluate();
  await database.owner`delete from scorecard_levels where org_id = ${org.id}`;
  const fresh = await evaluate();
  console.log(
    `scorecards: ${fresh.count} entities × 8 rules in ${fresh.durationMs} ms, again without changes in ${unchanged.durationMs} ms`,
  );
  expect(unchanged.count).toBe(0);
  expect(fresh.count).toBeGreaterThan(sizes.components * 0.99);
  expect(fresh.durationMs).toBeLessThan(limitMs);
}, 300_000);
