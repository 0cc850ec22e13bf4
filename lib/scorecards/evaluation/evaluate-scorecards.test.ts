import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { evaluateScorecards } from "#lib/scorecards/evaluation/evaluate-scorecards.ts";
import { createScorecard } from "#lib/scorecards/scorecards/create-scorecard.ts";
import { component, definition, importInto, ownedBy } from "#lib/scorecards/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const rule = (identifier: string, level: string, query: string) => ({
  identifier,
  title: identifier,
  level,
  query,
  remedy: "Fix it.",
});

async function levelsOf(org: TestOrg, scorecard = "readiness") {
  const rows = await database.owner`
    select e.identifier, l.level, l.passed, l.total, l.to_next from scorecard_levels l
    join scorecards s on s.org_id = l.org_id and s.id = l.scorecard_id join entities e on e.org_id = l.org_id and e.id = l.entity_id
    where l.org_id = ${org.id} and s.identifier = ${scorecard} order by e.identifier`;
  return Object.fromEntries(
    rows.map((row) => [row["identifier"], [row["level"], row["passed"], row["total"], row["to_next"]]]),
  );
}

test("the level is the highest at which all rules up to it pass; an error does not pass", async () => {
  const org = await testOrg();
  await createScorecard.call(
    org.as("admin"),
    definition({
      levels: ["Bronze", "Silver", "Gold"],
      rules: [
        rule("a", "Bronze", "properties.a = 1"),
        rule("b", "Silver", "properties.b = 1"),
        rule("c", "Gold", "properties.c = 1"),
        rule("d", "Gold", "properties.d = 1"),
      ],
    }),
  );
  const make = (name: string, properties: Record<string, unknown>) => component(name, { properties });
  await importInto(org, [
    make("all", { a: 1, b: 1, c: 1, d: 1 }),
    make("none", {}),
    make("bronze", { a: 1 }),
    make("silver", { a: 1, b: 1, d: 1 }),
    make("gap", { b: 1, c: 1, d: 1 }),
    make("wrong-type", { a: 1, b: "1", c: 1, d: 1 }),
  ]);
  expect(await levelsOf(org)).toEqual({
    all: [3, 4, 4, 0],
    none: [0, 0, 4, 1],
    bronze: [1, 1, 4, 1],
    silver: [2, 3, 4, 1],
    gap: [0, 3, 4, 1],
    "wrong-type": [1, 3, 4, 1],
  });
  const [broken] = await database.owner`select states ->> 'b' as state from scorecard_levels l
    join entities e on e.id = l.entity_id where l.org_id = ${org.id} and e.identifier = 'wrong-type' and l.states ? 'b'`;
  expect(broken).toEqual({ state: "error" });
});

test("scores are there when the import commits, not before, and history starts from nothing", async () => {
  const org = await testOrg();
  const ctx = org.as("member");
  await createScorecard.call(org.as("admin"), definition());
  await tenantTransaction({ orgId: org.id }, async (tx) => {
    await importEntities.call(
      ctx,
      { source: { name: "s", location: "s" }, entities: [component("one", { type: "service" })] },
      tx,
    );
    const inside = await tx.execute("select level from scorecard_levels");
    expect(inside.length).toBeGreaterThan(0);
    expect(await levelsOf(org)).toEqual({});
  });
  expect(await levelsOf(org)).toEqual({ one: [1, 1, 1, 0] });
  await importInto(org, [component("one")], "s");
  const history = await database.owner`
    select from_level, to_level from level_changes c join scorecards s on s.id = c.scorecard_id
    where c.org_id = ${org.id} and s.identifier = 'readiness' order by at, c.id`;
  expect(history.map((row) => [row["from_level"], row["to_level"]])).toEqual([
    [null, 1],
    [1, 0],
  ]);
});

test("an evaluation that finds the same changes nothing but when it was", async () => {
  const org = await testOrg();
  await importInto(org, [component("one", { type: "service" }), component("two")]);
  await createScorecard.call(org.as("admin"), definition());
  const rows = () =>
    database.owner`select entity_id, scorecard_id, states, changed_at from scorecard_levels where org_id = ${org.id} order by 1, 2`;
  const before = await rows();
  const changes = await tenantTransaction({ orgId: org.id }, (tx) => evaluateScorecards({ orgId: org.id, tx }));
  expect(changes).toEqual([]);
  expect(await rows()).toEqual(before);
});

test("an entity that the filter no longer matches loses its results, and the history says so", async () => {
  const org = await testOrg();
  await createScorecard.call(org.as("admin"), definition({ filter: 'type = "service"' }));
  await importInto(org, [component("one", { type: "service" })]);
  await importInto(org, [component("one", { type: "library" })]);
  expect(await levelsOf(org)).toEqual({});
  const changes = await database.owner`
    select from_level, to_level from level_changes c join scorecards s on s.id = c.scorecard_id
    where c.org_id = ${org.id} and s.identifier = 'readiness' order by c.id`;
  expect(changes.map((row) => [row["from_level"], row["to_level"]])).toEqual([
    [null, 1],
    [1, null],
  ]);
});

test("an owner that arrives later lifts what was waiting for it", async () => {
  const org = await testOrg();
  await importInto(org, [
    component("web", ownedBy("payments", { description: "Takes payments on the web.", lifecycle: "production" })),
  ]);
  expect((await levelsOf(org, "ownership-and-docs"))["web"]?.[0]).toBe(0);
  await importInto(org, [component("payments", { blueprint: "group" })], "teams");
  expect((await levelsOf(org, "ownership-and-docs"))["web"]?.[0]).toBe(1);
});

test("what waited for an entity is scored anew when it arrives, and only where a rule looks at that relation", async () => {
  const org = await testOrg();
  const rules = [rule("found", "Bronze", "resolved(partOf)")];
  await createScorecard.call(org.as("admin"), definition({ levels: ["Bronze"], rules }));
  const to = (type: string) => ({ relations: [{ type, blueprint: "system", identifier: "late" }] });
  await importInto(org, [component("part", to("partOf")), component("user", to("dependsOn"))]);
  expect(await levelsOf(org)).toMatchObject({ part: [0, 0, 1, 1], user: [1, 1, 1, 0] });
  const evaluated = async () =>
    database.owner`select e.identifier, l.evaluated_at::text as at from scorecard_levels l
      join scorecards s on s.org_id = l.org_id and s.id = l.scorecard_id join entities e on e.org_id = l.org_id and e.id = l.entity_id
      where l.org_id = ${org.id} and s.identifier = 'readiness' order by e.identifier`;
  const [, userBefore] = await evaluated();
  await importInto(org, [component("late", { blueprint: "system" })]);
  expect(await levelsOf(org)).toMatchObject({ part: [1, 1, 1, 0] });
  expect((await evaluated())[1]).toEqual(userBefore);
});

test("relations that point at an entity count also when only the other end changes or goes", async () => {
  const org = await testOrg();
  await createScorecard.call(
    org.as("admin"),
    definition({ rules: [rule("used", "Ready", "count(incoming dependsOn) > 0")] }),
  );
  await importInto(org, [component("library"), component("app")]);
  expect((await levelsOf(org))["library"]?.[0]).toBe(0);
  const uses = { relations: [{ type: "dependsOn", blueprint: "component", identifier: "library" }] };
  await importInto(org, [component("app", uses)]);
  expect((await levelsOf(org))["library"]?.[0]).toBe(1);
  await importInto(org, [component("app")]);
  expect((await levelsOf(org))["library"]?.[0]).toBe(0);
});

test("two transactions that change entities that depend on each other both commit, and nothing stale is left", async () => {
  const org = await testOrg();
  await createScorecard.call(org.as("admin"), definition());
  const pair = (name: string, other: string, type: string | null) =>
    component(name, { type, relations: [{ type: "dependsOn", blueprint: "component", identifier: other }] });
  await importInto(org, [pair("left", "right", null), pair("right", "left", null)]);
  for (let round = 0; round < 5; round += 1) {
    const type = round % 2 === 0 ? "service" : null;
    await Promise.all([
      importInto(org, [pair("left", "right", type)], "left"),
      importInto(org, [pair("right", "left", type)], "right"),
    ]);
    const level = type === null ? 0 : 1;
    expect(Object.values<unknown[]>(await levelsOf(org)).map((row) => row[0])).toEqual([level, level]);
  }
});

test("another organization's entities and scorecards are neither scored nor seen", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  await createScorecard.call(org.as("admin"), definition());
  await importInto(other, [component("theirs", { type: "service" })]);
  await importInto(org, [component("ours", { type: "service" })]);
  await tenantTransaction({ orgId: org.id }, (tx) => evaluateScorecards({ orgId: org.id, tx }));
  expect(Object.keys(await levelsOf(org))).toEqual(["ours"]);
  const crossed = await database.owner`
    select 1 from scorecard_levels l join entities e on e.id = l.entity_id join scorecards s on s.id = l.scorecard_id
    where e.org_id <> l.org_id or s.org_id <> l.org_id`;
  expect(crossed).toHaveLength(0);
});
