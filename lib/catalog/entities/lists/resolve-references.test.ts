import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { resolveReferences } from "#lib/catalog/entities/lists/resolve-references.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, [testEntity("ada", { blueprint: "user", title: "Ada" })]);
});
afterAll(closeTestDatabase);

test("what is there comes with its title, what is not is said to be missing", async () => {
  const { items } = await resolveReferences.call(org.as("viewer"), {
    references: ["user:ada", "group:nowhere", "no reference", "user:ada"],
  });
  expect(items).toHaveLength(3);
  expect(items).toEqual(
    expect.arrayContaining([
      { blueprint: "user", identifier: "ada", title: "Ada", isDangling: false },
      { blueprint: "group", identifier: "nowhere", title: "nowhere", isDangling: true },
    ]),
  );
});

test("another organization sees nobody of this one", async () => {
  const other = await testOrg();
  const { items } = await resolveReferences.call(other.as("admin"), { references: "user:ada" });
  expect(items).toEqual([{ blueprint: "user", identifier: "ada", title: "ada", isDangling: true }]);
});
