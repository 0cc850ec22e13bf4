import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { explainQuery } from "#lib/scorecards/queries/explain-query.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  const on = [{ type: "dependsOn", blueprint: "component", identifier: "ledger" }];
  await storeEntities(org, [
    testEntity("pay", { title: "Pay", type: "service", properties: { tier: 2 }, relations: on }),
    testEntity("ledger", { title: "Ledger", type: "library", properties: { tier: "two" } }),
  ]);
});
afterAll(closeTestDatabase);

const explain = (text: string, identifier?: string, own = org) =>
  explainQuery.call(own.as("viewer"), {
    text,
    blueprint: "component",
    ...(identifier === undefined ? {} : { identifier }),
  });

test("of an entity it is said whether a query holds, and which condition decided it", async () => {
  expect(await explain('type = "service" and properties.tier > 1', "pay")).toMatchObject({ state: "true" });
  expect(await explain('type = "library" and properties.tier > 1', "pay")).toMatchObject({
    problem: null,
    entity: { identifier: "pay", title: "Pay" },
    state: "false",
    causes: [{ condition: 'type = "library"', found: expect.stringContaining("service") }],
  });
  const walked = 'entity.destinations().any((e) => e.type = "service")';
  expect(await explain(walked, "pay")).toMatchObject({ state: "false", causes: [{ condition: expect.any(String) }] });
  expect(await explain("type = ", "pay")).toMatchObject({ problem: { line: 1 }, entity: null, state: null });
});

test("where a query cannot be decided, the first entity for which it cannot is named with the condition and the reason", async () => {
  expect(await explain("type exists and properties.tier > 1")).toMatchObject({
    entity: { identifier: "ledger" },
    state: "error",
    causes: [{ condition: "properties.tier > 1", found: expect.stringContaining("two") }],
  });
  const [scorecard] = (await explain('scorecard("nope").level >= "Gold"')).causes;
  expect(scorecard?.found).toContain("nope");
  const [git] = (await explain("git != null")).causes;
  expect(git?.found).toContain("connect GitHub");
  expect(await explain('type = "service"')).toEqual({ problem: null, entity: null, state: null, causes: [] });
});

test("another organization's entities are neither found nor explained, and bad input names its field", async () => {
  const other = await testOrg();
  expect(await explain("properties.tier > 1", undefined, other)).toMatchObject({ entity: null });
  expect(await explain("properties.tier > 1", "pay", other)).toMatchObject({ entity: null, state: null });
  expect(await explain("properties.tier > 1", "absent")).toMatchObject({ entity: null, state: null });
  await expect(explain("x".repeat(70_000))).rejects.toMatchObject({ code: "invalid", fields: [{ path: "text" }] });
});
