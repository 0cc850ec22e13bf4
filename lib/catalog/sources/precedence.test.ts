import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import type { EntitySource, ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { listEntitySources } from "#lib/catalog/sources/list-entity-sources.ts";
import { previewPrecedence } from "#lib/catalog/sources/preview-precedence.ts";
import { setPrecedence } from "#lib/catalog/sources/set-precedence.ts";
import { withdrawAbsent } from "#lib/catalog/sources/withdraw-absent.ts";
import { testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  org = await testOrg(`precedence-${randomUUID().slice(0, 8)}`);
});
afterAll(closeTestDatabase);

const repository: EntitySource = { kind: "git", name: "repository", location: "https://git.example/a" };
const inventory: EntitySource = { kind: "files", name: "inventory", location: "inventory.yaml" };
const key = (identifier: string) => ({ blueprint: "component", identifier });

function store(source: EntitySource, entities: [name: string, parts: Partial<ImportedEntity>][]) {
  return tenantTransaction({ orgId: org.id }, (tx) =>
    upsertEntities(
      { ctx: org.as("member"), tx, emit: async () => {} },
      { source, entities: entities.map(([name, parts]) => testEntity(name, parts)) },
    ),
  );
}
const withdraw = (sourceId: string, names: string[]) =>
  tenantTransaction({ orgId: org.id }, (tx) =>
    withdrawAbsent({ ctx: org.as("member"), tx, emit: async () => {} }, sourceId, names.map(key)),
  );
const titleOf = async (name: string) => (await getEntity.call(org.as("viewer"), key(name))).title;
const sourcesOf = async (name: string) => (await listEntitySources.call(org.as("viewer"), key(name))).items;

async function twoSources() {
  const first = await store(repository, [
    ["pay", { title: "By repository", tags: ["go"] }],
    ["alone", { title: "Alone" }],
    ["same", { title: "Same" }],
  ]);
  await store(inventory, [
    ["pay", { title: "By inventory" }],
    ["same", { title: "Same" }],
  ]);
  return first.sourceId;
}

test("a higher precedence gives a source the say, in every entity that both describe and in no other", async () => {
  const id = await twoSources();
  expect(await titleOf("pay")).toBe("By inventory");
  const preview = await previewPrecedence.call(org.as("viewer"), { id, precedence: 150 });
  expect(preview).toMatchObject({ precedence: 100, shared: 2, changed: 1 });
  expect(preview.examples).toMatchObject([{ identifier: "pay", fields: ["title"] }]);
  expect(await titleOf("pay")).toBe("By inventory");
  expect(await setPrecedence.call(org.as("admin"), { id, precedence: 150 })).toEqual({ precedence: 150, changed: 1 });
  expect(await titleOf("pay")).toBe("By repository");
  expect((await sourcesOf("pay")).map(({ name }) => name)).toEqual(["repository", "inventory"]);
  // It outlives what the other says next.
  await store(inventory, [["pay", { title: "Newer" }]]);
  expect(await titleOf("pay")).toBe("By repository");
  expect((await listVersions.call(org.as("viewer"), key("alone"))).items).toHaveLength(1);
  expect((await listVersions.call(org.as("viewer"), key("same"))).items).toHaveLength(1);
  const [entry] = await database.owner`
    select before, after from audit_entries where org_id = ${org.id} and operation = 'source.set-precedence'`;
  expect(entry).toMatchObject({ before: { precedence: 100 }, after: { precedence: 150, changed: 1 } });
  const again = await setPrecedence.call(org.as("admin"), { id, precedence: 50 });
  expect(again.changed).toBe(1);
  expect(await titleOf("pay")).toBe("Newer");
});

test("more entities than are merged at once are all merged", async () => {
  const many = Array.from({ length: 1005 }, (_, index) => `m${index}`);
  const { sourceId } = await store(
    repository,
    many.map((name) => [name, { title: "Old" }]),
  );
  await store(
    inventory,
    many.map((name) => [name, { title: "New" }]),
  );
  expect(await previewPrecedence.call(org.as("viewer"), { id: sourceId, precedence: 101 })).toMatchObject({
    changed: 1005,
  });
  expect(await setPrecedence.call(org.as("admin"), { id: sourceId, precedence: 101 })).toMatchObject({ changed: 1005 });
  const [left] = await database.owner`
    select count(*)::integer as count from entities where org_id = ${org.id} and title <> 'Old'`;
  expect(left).toEqual({ count: 0 });
});

test("a member is refused, another organization has no such source, and a bad number is named", async () => {
  const id = await twoSources();
  const other = await testOrg(`other-${randomUUID().slice(0, 8)}`);
  const input = { id, precedence: 5 };
  await expect(setPrecedence.call(org.as("member"), input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(setPrecedence.call(other.as("admin"), input)).rejects.toMatchObject({ code: "not_found" });
  await expect(previewPrecedence.call(other.as("admin"), input)).rejects.toMatchObject({ code: "not_found" });
  await expect(listEntitySources.call(other.as("admin"), key("pay"))).rejects.toMatchObject({ code: "not_found" });
  for (const precedence of [-1, 1001, 1.5])
    await expect(setPrecedence.call(org.as("admin"), { id, precedence })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "precedence" }],
    });
});

test("what a complete reading does not name any more is taken back where others describe it, and marked where nobody does", async () => {
  const id = await twoSources();
  await setPrecedence.call(org.as("admin"), { id, precedence: 150 });
  const found = await withdraw(id, ["same"]);
  expect(found.withdrawn.map(({ name }) => name)).toEqual(["component:pay"]);
  expect(found.missing.map(({ name }) => name)).toEqual(["component:alone"]);
  const pay = await getEntity.call(org.as("viewer"), key("pay"));
  expect(pay).toMatchObject({ title: "By inventory", tags: [], source: { name: "inventory" } });
  expect(await sourcesOf("alone")).toMatchObject([{ name: "repository", missingSince: expect.any(String) }]);
  expect(await titleOf("alone")).toBe("Alone");
  // It is said once, and forgotten as soon as it is there again.
  expect(await withdraw(id, ["same"])).toEqual({ withdrawn: [], missing: [] });
  await withdraw(id, ["same", "alone"]);
  expect(await sourcesOf("alone")).toMatchObject([{ missingSince: null }]);
});
