import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { listGroups } from "#lib/catalog/entities/lists/list-groups.ts";
import { queryOfGroup } from "#lib/catalog/groups/schema.ts";
import { listProperties } from "#lib/catalog/properties/list-properties.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, [
    testEntity("payments", { blueprint: "group", title: "Payments" }),
    ...["a", "b", "c"].map((name) =>
      testEntity(name, {
        ownerRef: "group:payments",
        lifecycle: "production",
        properties: { tier: 1, language: "Go" },
      }),
    ),
    testEntity("d", { ownerRef: "group:gone", lifecycle: "none", properties: { tier: "1", language: "none" } }),
    testEntity("e", { lifecycle: null, properties: { tier: ["x"], language: null } }),
  ]);
});
afterAll(closeTestDatabase);

const group = (input: Partial<Parameters<typeof listGroups.call>[1]>) =>
  listGroups.call(org.as("viewer"), { blueprint: "component", by: "owner", ...input });
const shapeOf = async (input: Partial<Parameters<typeof listGroups.call>[1]>) =>
  (await group(input)).groups.map(({ id, label, count }) => [id, label, count]);

test("groups are counted, the largest first and what has no value last", async () => {
  expect(await shapeOf({})).toEqual([
    ["group:payments", "Payments", 3],
    ["group:gone", "gone", 1],
    ["none", null, 1],
  ]);
  expect(await shapeOf({ by: "lifecycle" })).toEqual([
    ["production", "production", 3],
    ['"none"', "none", 1],
    ["none", null, 1],
  ]);
  expect(await shapeOf({ by: "blueprint", blueprint: undefined })).toEqual([
    ["component", "Components", 5],
    ["group", "Teams", 1],
  ]);
  expect(await shapeOf({ by: "properties.tier" })).toEqual([
    ["1", "1", 3],
    ['"1"', "1", 1],
    ['["x"]', '["x"]', 1],
  ]);
  expect(await shapeOf({ lifecycle: "production" })).toEqual([["group:payments", "Payments", 3]]);
});

test("opened groups have their first entities in the order of the list; the others none", async () => {
  const names = async (input: Partial<Parameters<typeof listGroups.call>[1]>) =>
    (await group(input)).groups.map(({ id, items }) => [id, items?.map((item) => item.identifier) ?? null]);
  expect(await names({ open: ["group:payments"], perGroup: 2, direction: "descending" })).toEqual([
    ["group:payments", ["c", "b"]],
    ["group:gone", null],
    ["none", null],
  ]);
  expect(await names({})).toEqual([
    ["group:payments", ["a", "b", "c"]],
    ["group:gone", ["d"]],
    ["none", ["e"]],
  ]);
  expect(await names({ by: "lifecycle", open: ["none", '"none"'] })).toEqual([
    ["production", null],
    ['"none"', ["d"]],
    ["none", ["e"]],
  ]);
  const second = await group({ offset: 1, limit: 1 });
  expect([second.groups.map(({ id }) => id), second.before, second.total]).toEqual([["group:gone"], 1, 3]);
});

test("a group's query lists just what it counted", async () => {
  for (const by of ["owner", "lifecycle", "type", "blueprint", "properties.tier", "properties.language"])
    for (const { id, count } of (await group({ by })).groups) {
      const query = queryOfGroup(by, id);
      if (query === undefined) expect([by, id]).toEqual(["properties.tier", '["x"]']);
      else {
        const list = await listEntities.call(org.as("viewer"), { blueprint: "component", query: formatQuery(query) });
        expect([by, id, list.total]).toEqual([by, id, count]);
      }
    }
});

test("properties say how many values they have", async () => {
  const { items } = await listProperties.call(org.as("viewer"), { blueprint: "component" });
  expect(items).toEqual([
    { name: "language", entities: 4, values: 2 },
    { name: "tier", entities: 4, values: 2 },
  ]);
});

test("another organization sees nothing of it, and bad input names its field", async () => {
  const other = await testOrg();
  expect(await listGroups.call(other.as("admin"), { by: "owner" })).toMatchObject({ groups: [], total: 0 });
  expect((await listProperties.call(other.as("admin"), {})).items).toEqual([]);
  await expect(group({ by: "password" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "by" }] });
  await expect(group({ query: "tier = " })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "query" }] });
  await expect(group({ open: Array.from({ length: 21 }, String) })).rejects.toMatchObject({
    fields: [{ path: "open" }],
  });
});
