import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const source = { name: "nightly inventory", location: "inventory" };

test("many entities are written at once, audited once, and a second time changes nothing", async () => {
  const org = await testOrg();
  const input = { source, entities: [testEntity("one"), testEntity("two")] };
  expect(await importEntities.call(org.as("member"), input)).toMatchObject({ created: 2, changed: 0, unchanged: 0 });
  expect(await importEntities.call(org.as("member"), input)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  const audited =
    await database.owner`select subject_name, after from audit_entries where org_id = ${org.id} and operation = 'entity.import'`;
  expect(audited).toHaveLength(2);
  expect(audited[0]).toMatchObject({ subject_name: "nightly inventory", after: { created: 2 } });
});

test("a viewer is refused and another organization sees nothing", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  await expect(importEntities.call(org.as("viewer"), { source, entities: [testEntity("one")] })).rejects.toMatchObject({
    code: "forbidden",
  });
  await importEntities.call(org.as("member"), { source, entities: [testEntity("one")] });
  expect(await database.owner`select 1 from entities where org_id = ${other.id}`).toHaveLength(0);
});

test("input that cannot be used names its field", async () => {
  const org = await testOrg();
  const failed = importEntities.call(org.as("member"), {
    source,
    entities: [testEntity("one"), testEntity("two", { blueprint: "Not Lower" })],
  });
  await expect(failed).rejects.toMatchObject({ code: "invalid", fields: [{ path: "entities.1.blueprint" }] });
});

test("an entity that is sent twice is named, and nothing is written", async () => {
  const org = await testOrg();
  const failed = importEntities.call(org.as("member"), {
    source,
    entities: [testEntity("one"), testEntity("two"), testEntity("one")],
  });
  await expect(failed).rejects.toMatchObject({ code: "invalid", fields: [{ path: "entities.2.identifier" }] });
  expect(await database.owner`select 1 from entities where org_id = ${org.id}`).toHaveLength(0);
});

test("what a program leaves out is empty, an owner is a relation, and what nobody knows is named instead of dropped", async () => {
  const org = await testOrg();
  const small = { blueprint: "component", identifier: "small", ownerRef: "group:payments" };
  expect(await importEntities.call(org.as("member"), { source, entities: [small] })).toMatchObject({ created: 1 });
  const entity = await getEntity.call(org.as("viewer"), { blueprint: "component", identifier: "small" });
  expect(entity).toMatchObject({ title: "small", description: null, tags: [], owner: { identifier: "payments" } });
  expect(entity.relations.map(({ type }) => type)).toEqual(["ownedBy"]);
  const misspelled = { ...small, owner: "group:payments" };
  await expect(
    importEntities.call(org.as("member"), { source, entities: [misspelled as typeof small] }),
  ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "entities.0", message: 'Unrecognized key: "owner"' }] });
});
