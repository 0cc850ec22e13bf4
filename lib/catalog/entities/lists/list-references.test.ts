import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listReferences } from "#lib/catalog/entities/lists/list-references.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, [
    testEntity("payments", { blueprint: "group", title: "Payments" }),
    ...["a", "b", "c"].map((name) => testEntity(name, { title: `Title of ${name}`, type: "service" })),
    testEntity("d", { type: "library" }),
  ]);
});
afterAll(closeTestDatabase);

test("page by page, every entity under a filter is named once and nothing else of it is said", async () => {
  const filter = { blueprint: "component", type: "service", limit: 2 };
  const first = await listReferences.call(org.as("viewer"), filter);
  expect(first.items).toEqual(
    ["a", "b"].map((identifier) => ({ blueprint: "component", identifier, title: `Title of ${identifier}` })),
  );
  const second = await listReferences.call(org.as("viewer"), { ...filter, cursor: first.nextCursor ?? "" });
  expect(second.items.map(({ identifier }) => identifier)).toEqual(["c"]);
  expect(second.nextCursor).toBeNull();
  const narrowed = await listReferences.call(org.as("viewer"), { query: 'type = "library" or blueprint = "group"' });
  expect(narrowed.items.map(({ identifier }) => identifier)).toEqual(["payments", "d"]);
});

test("another organization sees none of them, and what cannot be asked is said at its field", async () => {
  const other = await testOrg();
  expect((await listReferences.call(other.as("viewer"), {})).items).toEqual([]);
  await expect(listReferences.call(org.as("viewer"), { limit: 10_001 })).rejects.toMatchObject({
    fields: [{ path: "limit" }],
  });
  await expect(listReferences.call(org.as("viewer"), { query: "type =" })).rejects.toMatchObject({
    fields: [{ path: "query" }],
  });
});
