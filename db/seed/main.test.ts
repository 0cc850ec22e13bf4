import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabases } from "#db/client.ts";
import { closeTestDatabase, type TestDatabase, testDatabase } from "#db/testing.ts";
import { harbourlineCatalog } from "./harbourline/catalog.ts";
import { harbourlineHistory } from "./harbourline/deployments.ts";
import { runSeed } from "./main.ts";
import { makeSyntheticEntities, syntheticCounts } from "./synthetic.ts";
import { synthetic } from "./synthetic-scenario.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

test("the demo company is made through operations, whole, once", async () => {
  const lines: string[] = [];
  expect(await runSeed(["--if-empty", "harbourline"], (line) => lines.push(line))).toBe(0);
  expect(lines.at(-1)).toMatch(/^Made harbourline in /);
  const [counts] = await database.owner`
    select (select count(*)::int from orgs) as orgs, (select count(*)::int from memberships) as members,
      (select count(*)::int from entities where type = 'service' and owner_id is distinct from null
        and org_id = (select org_id from orgs where slug = 'harbourline')) as owned_services,
      (select count(*)::int from deployments where entity_id is null) as unknown_services,
      (select count(distinct door)::int from audit_entries where door <> 'seed') as other_doors`;
  expect(counts).toMatchObject({ orgs: 2, members: 4, owned_services: 57, other_doors: 0 });
  expect(counts?.unknown_services).toBeGreaterThan(0);
  const [derived] = await database.owner`
    select array_agg(p ->> 'kind' order by p ->> 'kind') as kinds from blueprints b, jsonb_array_elements(b.definition -> 'derived') p
    where b.org_id = (select org_id from orgs where slug = 'harbourline')`;
  expect(derived?.kinds).toEqual(["aggregated", "aggregated", "calculated", "mirrored"]);
  const views = await database.owner`select name from saved_views order by name`;
  expect(views.map((view) => view.name)).toEqual(["Nobody owns it", "Payments services", "Tier 1 below Gold"]);
  expect(await runSeed(["--if-empty", "harbourline"], () => {})).toBe(0);
  expect(await runSeed(["harbourline"], (line) => lines.push(line))).toBe(1);
  expect(lines.at(-1)).toContain("there already");
});

test("a large catalog goes on where it was interrupted, and a database that is busy is asked for less at once", async () => {
  const scenario = synthetic(2_000, 800);
  await expect(
    scenario.run((line) => {
      if (line.startsWith("800 ")) throw new Error("interrupted");
    }),
  ).rejects.toThrow("interrupted");
  // From here on nobody waits long for rows that somebody else holds.
  const [{ name } = { name: "" }] = await database.owner<{ name: string }[]>`select current_database() as name`;
  await database.owner.unsafe(`alter role causeway_app in database ${name} set lock_timeout = '100ms'`);
  await closeDatabases();
  const held = Promise.withResolvers<void>();
  const holding = Promise.withResolvers<void>();
  const holder = database.owner.begin(async (tx) => {
    await tx`lock table relations in exclusive mode`;
    holding.resolve();
    await held.promise;
  });
  await holding.promise;
  const lines: string[] = [];
  await scenario.run((line) => {
    lines.push(line);
    if (line.includes("busy")) held.resolve();
  });
  await holder;
  expect(lines).toEqual([
    "800 entities are there already; going on with the others",
    "800 of 2,000 entities",
    "The database is busy; trying again with 400 entities at once",
    "1,200 of 2,000 entities",
    "1,600 of 2,000 entities",
    "2,000 of 2,000 entities",
  ]);
  const [counts] = await database.owner`
    select count(*)::integer as entities, max(version) as version from entities
    where org_id = (select org_id from orgs where slug = 'synthetic-2k')`;
  expect(counts).toEqual({ entities: 2_000, version: 1 });
  await expect(scenario.run(() => {})).rejects.toMatchObject({ code: "conflict" });
});

test("a scenario that does not exist is named, and the list names those that do", async () => {
  const lines: string[] = [];
  expect(await runSeed(["atlantis"], (line) => lines.push(line))).toBe(2);
  expect(await runSeed(["list"], (line) => lines.push(line))).toBe(0);
  expect(lines.join("\n")).toMatch(/no scenario atlantis[\s\S]*harbourline[\s\S]*10k-entities[\s\S]*100k-entities/);
});

test("the same day gives the same company: 12 teams, 60 services, about a thousand deployments in 90 days, nothing in the future", () => {
  const catalog = harbourlineCatalog();
  expect(catalog.filter((entity) => entity.blueprint === "group")).toHaveLength(12);
  expect(catalog.filter((entity) => entity.type === "service")).toHaveLength(60);
  expect(harbourlineCatalog()).toEqual(catalog);
  const now = new Date("2026-03-31T15:00:00Z");
  const history = harbourlineHistory(now);
  expect(harbourlineHistory(now)).toEqual(history);
  const recent = history.deployments.filter(
    (deployment) => Date.parse(deployment.finishedAt) > now.getTime() - 90 * 86_400_000,
  );
  expect(recent.length).toBeGreaterThan(800);
  expect(recent.length).toBeLessThan(1300);
  const moments = [
    ...history.deployments.map((one) => one.finishedAt),
    ...history.incidents.flatMap((one) => [one.startedAt, one.resolvedAt ?? ""]),
  ];
  expect(moments.filter((moment) => moment > now.toISOString())).toEqual([]);
});

test("synthetic catalogs have their size, their kinds and a hub of members", () => {
  const entities = [...makeSyntheticEntities(2000)];
  expect(entities).toHaveLength(2000);
  expect(new Set(entities.map((entity) => `${entity.blueprint}:${entity.identifier}`)).size).toBe(2000);
  expect(syntheticCounts(100_000)).toMatchObject({ component: 70_000, user: 8000 });
  const members = entities.filter(
    (entity) => entity.blueprint === "user" && entity.relations[0]?.identifier === "group-0",
  );
  expect(members.length).toBeGreaterThan(100);
  for (const component of entities.filter((entity) => entity.blueprint === "component"))
    expect(component.relations).toHaveLength(8);
});
