import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { previewRemoval } from "#lib/catalog/entities/edits/preview-removal.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { getGraph } from "#lib/catalog/graph/get-graph.ts";
import { listRelations } from "#lib/catalog/relations/list-relations.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
const key = { blueprint: "rack", identifier: "one" };
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  const relations = [
    { identifier: "room", title: "Stands in", targets: ["rack"], inverseTitle: "Racks inside" },
    { identifier: "backup", title: "Backup" },
    { identifier: "dependsOn", title: "Needs", isMany: true, inverseTitle: "Needed by" },
    { identifier: "partOf", title: "Part of", isMany: true },
  ];
  const described = { title: "Rack", pluralTitle: "Racks", definition: { relations } };
  await createBlueprint.call(org.as("admin"), { identifier: "rack", ...described });
  const to = (type: string, identifier = "one", blueprint = "rack") => ({ type, blueprint, identifier });
  await storeEntities(org, [
    testEntity("one", { blueprint: "rack", relations: [to("room", "hall"), to("partOf", "s", "system")] }),
    testEntity("two", { blueprint: "rack", relations: ["room", "backup", "dependsOn"].map((type) => to(type)) }),
    testEntity("web", { relations: [to("dependsOn")] }),
    testEntity("other", { blueprint: "deployment", relations: [to("deploys")] }),
  ]);
});
afterAll(closeTestDatabase);

test("relations are called what their kinds call them, from both ends, and as usual where nobody says", async () => {
  const { relations } = await getEntity.call(org.as("viewer"), key);
  expect(Object.fromEntries(relations.map(({ type, label }) => [type, label]))).toEqual({
    room: "Stands in",
    "room (from there)": "Racks inside",
    "backup (from there)": "Backup → this",
    dependencyOf: "Needed by / depends on this",
    partOf: "part of",
    "deploys (from there)": "Deployments",
  });
});

test("the list of one type, the graph and the preview of a removal call them the same", async () => {
  const list = (type: string, direction: "incoming" | "outgoing") =>
    listRelations.call(org.as("viewer"), { ...key, type, direction });
  expect([(await list("room", "incoming")).label, (await list("room", "outgoing")).label]).toEqual([
    "Racks inside",
    "Stands in",
  ]);
  const { edges } = await getGraph.call(org.as("viewer"), { ...key, depth: 1 });
  expect([...new Set(edges.map(({ label }) => label))].sort()).toEqual([
    "Needs",
    "Stands in",
    "backup",
    "depends on",
    "deploys",
    "part of",
  ]);
  expect(edges.find(({ label }) => label === "Needs")?.inverseTitle).toBe("Needed by");
  const cut = await getGraph.call(org.as("viewer"), { ...key, depth: 1, perNode: 1 });
  expect(cut.rest.map(({ label }) => label)).toContain("Needed by");
  const { pointing } = await previewRemoval.call(org.as("viewer"), key);
  expect(pointing.map(({ label }) => label)).toContain("Racks inside");
});

test("what another organization calls its relations is not read", async () => {
  const other = await testOrg();
  await storeEntities(other, [
    testEntity("one", {
      blueprint: "rack",
      relations: [{ type: "room", blueprint: "rack", identifier: "hall" }],
    }),
  ]);
  const { relations } = await getEntity.call(other.as("viewer"), key);
  expect(relations.map(({ label }) => label)).toEqual(["room"]);
});
