import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
const on = (identifier: string, said = {}) => ({ type: "dependsOn", blueprint: "component", identifier, ...said });
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  // a → b → c → d → b is a cycle; e → d ended; f points at nothing that is there; ring is a ring of 1,100.
  await storeEntities(org, [
    testEntity("a", { relations: [on("b")] }),
    testEntity("b", { relations: [on("c")] }),
    testEntity("c", { relations: [on("d")] }),
    testEntity("d", { relations: [on("b")] }),
    testEntity("e", { relations: [on("d", { until: "2001-01-01" })] }),
    testEntity("f", { relations: [on("gone")] }),
    ...Array.from({ length: 1100 }, (_, at) =>
      testEntity(`ring-${at}`, { relations: [on(`ring-${(at + 1) % 1100}`)] }),
    ),
  ]);
});
afterAll(closeTestDatabase);

async function matching(query: string): Promise<string[]> {
  const { items } = await listEntities.call(org.as("viewer"), {
    query: `(${query}) and not (identifier startsWith "ring")`,
  });
  return items.map(({ identifier }) => identifier);
}

test("an entity is found by what it leads to, and by what leads to it, over any distance and through cycles", async () => {
  expect(await matching('relatedTo("component:d")')).toEqual(["a", "b", "c"]);
  expect(await matching('relatedTo("component:b", "dependsOn")')).toEqual(["a", "c", "d"]);
  expect(await matching('relatedTo("component:b", direction = "incoming")')).toEqual(["c", "d"]);
  expect(await matching('relatedTo("component:gone")')).toEqual(["f"]);
  expect(await matching('relatedTo("component:d", "partOf")')).toEqual([]);
  expect(await matching('not relatedTo("component:d")')).toEqual(["d", "e", "f"]);
});

test("what is reached is a list, each once and without itself", async () => {
  expect(await matching("entity.destinations(anyDistance = true).length = 3")).toEqual(["a"]);
  expect(await matching("entity.destinations(anyDistance = true).length = 2")).toEqual(["b", "c", "d"]);
  expect(await matching('entity.destinations(depth = 2).map((x) => x.tag) contains "c"')).toEqual(["a", "b", "d"]);
  expect(await matching('entity.sources("dependsOn", depth = 2).any((x) => x.tag = "a")')).toEqual(["b", "c"]);
});

test("more than a list can have is an error, not a wrong answer", async () => {
  const { items } = await listEntities.call(org.as("viewer"), {
    query: 'identifier = "ring-0" and entity.destinations(anyDistance = true).length >= 0',
  });
  expect(items).toEqual([]);
  const all = await listEntities.call(org.as("viewer"), { query: 'relatedTo("component:ring-0")', limit: 1 });
  expect(all.total).toBe(1099);
});

test.each([
  ['relatedTo("shop")', "name an entity with its kind"],
  ['relatedTo("component:a", direction = "both")', "outgoing"],
  ["entity.destinations(depth = 21)", "from 1 to 20"],
  ["entity.destinations(depth = 2, includeEnded = true)", "not followed further"],
])("%s is refused at its place", (text, message) => {
  const result = parseQuery(`${text}${text.startsWith("entity") ? ".length > 0" : ""}`);
  expect(result.ok ? "" : result.error.message).toContain(message);
});

test("times are compared with now", async () => {
  expect(await matching("createdAt.between(ago(1 days), now()) and identifier in ['a', 'b']")).toEqual(["a", "b"]);
  expect(await matching('createdAt.between("2001-01-01", "2002-01-01")')).toEqual([]);
});
