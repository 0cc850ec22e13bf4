import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { listRelations } from "#lib/catalog/relations/list-relations.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
const on = (identifier: string) => [{ type: "dependsOn", blueprint: "component", identifier }];
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await storeEntities(org, [
    testEntity("hub", { relations: on("gone") }),
    ...Array.from({ length: 130 }, (_, at) =>
      testEntity(`spoke-${String(at).padStart(3, "0")}`, { relations: on("hub") }),
    ),
  ]);
});
afterAll(closeTestDatabase);

const hub = { blueprint: "component", identifier: "hub", type: "dependsOn", direction: "incoming" } as const;

test("all ends of one type come page by page, forwards and backwards, each once", async () => {
  const first = await listRelations.call(org.as("viewer"), hub);
  expect([first.label, first.total, first.items.length, first.before]).toEqual(["depends on this", 130, 50, 0]);
  const seen = first.items.map((item) => item.identifier);
  let page = first;
  while (page.nextCursor !== null) {
    page = await listRelations.call(org.as("viewer"), { ...hub, cursor: page.nextCursor });
    seen.push(...page.items.map((item) => item.identifier));
  }
  expect(new Set(seen).size).toBe(130);
  const back = await listRelations.call(org.as("viewer"), { ...hub, cursor: page.previousCursor ?? "" });
  expect(back.items.map((item) => item.identifier)).toEqual(seen.slice(50, 100));
});

test("an end that the catalog does not have is listed as that", async () => {
  const { items } = await listRelations.call(org.as("viewer"), { ...hub, direction: "outgoing" });
  expect(items).toMatchObject([
    { blueprint: "component", identifier: "gone", title: "gone", type: null, isDangling: true },
  ]);
});

test("another organization sees nothing of it, and bad input names its field", async () => {
  const other = await testOrg();
  await expect(listRelations.call(other.as("admin"), hub)).rejects.toMatchObject({ code: "not_found" });
  await expect(listRelations.call(org.as("viewer"), { ...hub, direction: "sideways" as never })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "direction" }],
  });
  await expect(listRelations.call(org.as("viewer"), { ...hub, cursor: "x" })).rejects.toMatchObject({
    fields: [{ path: "cursor" }],
  });
});
