import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { testEntity } from "#lib/catalog/testing.ts";
import { getImport } from "#lib/ingestion/imports/get-import.ts";
import { importCatalog } from "#lib/ingestion/imports/import-catalog.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  await createBlueprint.call(org.as("admin"), {
    identifier: "gadget",
    title: "Gadget",
    pluralTitle: "Gadgets",
    definition: {
      properties: [{ identifier: "tier", title: "Tier", type: "number", maximum: 3, isRequired: true }],
      relations: [{ identifier: "partOf", title: "Part of", targets: ["system"] }],
    },
  });
});
afterAll(closeTestDatabase);

const gadget = (identifier: string, parts = {}) => testEntity(identifier, { blueprint: "gadget", ...parts });
const send = (entities: ReturnType<typeof gadget>[], own = org) =>
  importEntities.call(own.as("member"), { source: { name: "s", location: "s" }, entities });

test("what does not fit is written as it came, and named by entity, field and rule", async () => {
  const result = await send([
    gadget("fits", { properties: { tier: 2 } }),
    gadget("high", { properties: { tier: 9, color: "red" } }),
    gadget("lost", { relations: [{ type: "partOf", blueprint: "component", identifier: "x" }] }),
    testEntity("free", {
      properties: { anything: [1] },
      ownerRef: "group:a",
      type: "service",
      lifecycle: "production",
    }),
  ]);
  expect(result).toMatchObject({ created: 4, misfitCount: 4 });
  expect(result.misfits).toEqual([
    { entity: "gadget:high", path: "properties.tier", message: "Use 3 or less" },
    { entity: "gadget:high", path: "properties.color", message: "This kind has no property of that name" },
    { entity: "gadget:lost", path: "properties.tier", message: "This is needed" },
    { entity: "gadget:lost", path: "relations.partOf", message: "This points at system, not at component:x" },
  ]);
  const high = await getEntity.call(org.as("viewer"), { blueprint: "gadget", identifier: "high" });
  expect(high.properties).toEqual({ tier: 9, color: "red" });
  expect(high.misfits.map(({ path }) => path)).toEqual(["properties.tier", "properties.color"]);
  const fits = await getEntity.call(org.as("viewer"), { blueprint: "gadget", identifier: "fits" });
  expect(fits.misfits).toEqual([]);
});

test("thousands alike are counted, and the answer has the first 500", async () => {
  const result = await send(Array.from({ length: 1200 }, (_, at) => gadget(`many-${at}`, { properties: { tier: 7 } })));
  expect([result.misfitCount, result.misfits.length]).toEqual([1200, 500]);
});

test("a report of an import has a line for each, with its file and place, and counts what is alike", async () => {
  const documents = Array.from(
    { length: 25 },
    (_, at) => `apiVersion: backstage.io/v1alpha1\nkind: Gadget\nmetadata:\n  name: file-${at}\nspec:\n  tier: high\n`,
  );
  const report = await importCatalog.call(org.as("member"), {
    source: { kind: "paste", text: documents.join("---\n") },
  });
  const read = await getImport.call(org.as("viewer"), { importId: report.importId, verdict: "kept" });
  const lines = read.lines.filter(({ path }) => path === "properties.tier");
  expect(lines).toHaveLength(21);
  expect(lines[0]).toMatchObject({
    verdict: "kept",
    line: expect.any(Number),
    entityRef: "gadget:file-0",
    why: 'This has to be a number, not "high". It is kept as it is.',
  });
  expect(lines[20]).toMatchObject({
    what: "properties.tier of 5 more gadget entities does not fit their kind",
    entityRef: null,
  });
});

test("a kind that nobody described allows everything", async () => {
  const result = await send([testEntity("one", { blueprint: "thing", properties: { a: { b: 1 } } })]);
  expect(result.misfitCount).toBe(0);
});

test("another organization's kinds judge nothing here", async () => {
  const result = await send([gadget("theirs", { properties: { tier: 9 } })], await testOrg());
  expect(result.misfitCount).toBe(0);
});
