import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { getMine } from "#lib/catalog/mine/get-mine.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  const dependsOn = (identifier: string) => ({ type: "dependsOn", blueprint: "component", identifier });
  await storeEntities(org, [
    testEntity("payments", { blueprint: "group", title: "Payments" }),
    testEntity("viewer", {
      blueprint: "user",
      properties: { profile: { email: `viewer@${org.slug}.example` } },
      relations: [{ type: "memberOf", blueprint: "group", identifier: "payments" }],
    }),
    testEntity("shop/pay", {
      title: "Pay",
      ownerRef: "group:payments",
      relations: [
        { type: "ownedBy", blueprint: "group", identifier: "payments" },
        dependsOn("ledger"),
        dependsOn("gone"),
      ],
      origin: { file: "pay/catalog-info.yaml", line: 3 },
    }),
    testEntity("ledger"),
    testEntity("web", { relations: [dependsOn("shop/pay")] }),
  ]);
});
afterAll(closeTestDatabase);

test("an entity comes with its owner, source, and relations in both directions", async () => {
  const entity = await getEntity.call(org.as("viewer"), { blueprint: "component", identifier: "shop/pay" });
  expect(entity).toMatchObject({
    title: "Pay",
    blueprint: { title: "Component" },
    owner: { identifier: "payments", title: "Payments", isDangling: false },
    source: { kind: "paste", name: "test" },
    origin: { file: "pay/catalog-info.yaml", line: 3 },
    version: 1,
  });
  const ends = Object.fromEntries(
    entity.relations.map((group) => [group.type, group.items.map((item) => [item.identifier, item.isDangling])]),
  );
  expect(ends).toEqual({
    ownedBy: [["payments", false]],
    dependsOn: [
      ["gone", true],
      ["ledger", false],
    ],
    dependencyOf: [["web", false]],
  });
});

test("what does not exist and what is another organization's are the same", async () => {
  const other = await testOrg();
  const missing = { blueprint: "component", identifier: "nothing" };
  await expect(getEntity.call(org.as("viewer"), missing)).rejects.toMatchObject({ code: "not_found" });
  const theirs = { blueprint: "component", identifier: "ledger" };
  await expect(getEntity.call(other.as("admin"), theirs)).rejects.toMatchObject({ code: "not_found" });
  await expect(listVersions.call(other.as("admin"), theirs)).rejects.toMatchObject({ code: "not_found" });
});

test("history says what changed between versions, newest first, in pages", async () => {
  await storeEntities(org, [testEntity("ledger", { lifecycle: "production", tags: ["go"] })]);
  await storeEntities(org, [testEntity("ledger", { lifecycle: "deprecated", tags: ["go"] })]);
  const key = { blueprint: "component", identifier: "ledger" };
  const { items, nextBefore } = await listVersions.call(org.as("viewer"), { ...key, limit: 2 });
  expect(items.map((item) => [item.version, item.changes])).toEqual([
    [3, [{ path: "lifecycle", before: "production", after: "deprecated" }]],
    [
      2,
      [
        { path: "lifecycle", before: null, after: "production" },
        { path: "tags", before: null, after: "go" },
      ],
    ],
  ]);
  expect(nextBefore).toBe(2);
  const older = await listVersions.call(org.as("viewer"), { ...key, limit: 2, before: 2 });
  expect(older).toMatchObject({ items: [{ version: 1, changes: [], sourceName: "test" }], nextBefore: null });
});

test("history is narrowed to one field: plain ones, one key of many, and relations of one type", async () => {
  const key = { blueprint: "component", identifier: "told" };
  const states = [
    { title: "Told", labels: { zone: "a" }, properties: { tier: 1 } },
    { title: "Told", labels: { zone: "a" }, properties: { tier: 2 } },
    { title: "Retold", labels: { zone: "b" }, properties: { tier: 2 } },
    {
      title: "Retold",
      labels: { zone: "b" },
      properties: { tier: 2, size: "small" },
      relations: [{ type: "dependsOn", blueprint: "component", identifier: "ledger" }],
    },
  ];
  for (const state of states) await storeEntities(org, [testEntity("told", state)]);
  const versions = async (field: string) =>
    (await listVersions.call(org.as("viewer"), { ...key, field })).items.map(({ version }) => version);
  expect(await versions("properties.tier")).toEqual([2, 1]);
  expect(await versions("title")).toEqual([3, 1]);
  expect(await versions("labels.zone")).toEqual([3, 1]);
  expect(await versions("properties.size")).toEqual([4]);
  expect(await versions("relations.dependsOn")).toEqual([4]);
  // Something it never had is in no version, which is not the same as an entity that is not there.
  expect(await versions("properties.never")).toEqual([]);
  const older = await listVersions.call(org.as("viewer"), { ...key, field: "title", limit: 1 });
  expect(older).toMatchObject({ items: [{ version: 3 }], nextBefore: 3 });
  expect(
    (await listVersions.call(org.as("viewer"), { ...key, field: "title", before: 3 })).items.map(
      ({ version }) => version,
    ),
  ).toEqual([1]);
  const nothing = listVersions.call(org.as("viewer"), { ...key, identifier: "nowhere", field: "title" });
  await expect(nothing).rejects.toMatchObject({ code: "not_found" });
});

test("mine are the teams of the person with my address and what they own", async () => {
  const mine = await getMine.call(org.as("viewer"), {});
  expect(mine.teams).toEqual([{ blueprint: "group", identifier: "payments", title: "Payments", isDangling: false }]);
  expect(mine.entities.map((entity) => entity.identifier)).toEqual(["shop/pay"]);
  expect(await getMine.call(org.as("member"), {})).toEqual({ teams: [], entities: [] });
});
