import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { getGraph } from "#lib/catalog/graph/get-graph.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
let org: TestOrg;
const on = (...names: string[]) => ({
  relations: names.map((identifier) => ({ type: "dependsOn", blueprint: "component", identifier })),
});
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  await storeEntities(org, [
    testEntity("a", on("b", "gone")),
    testEntity("b", on("c")),
    testEntity("c", on("a", "d")),
    testEntity("d", { relations: [{ type: "partOf", blueprint: "system", identifier: "s" }] }),
    testEntity("s", { blueprint: "system" }),
    testEntity("hub"),
    ...Array.from({ length: 300 }, (_, at) => testEntity(`spoke-${at}`, on("hub"))),
  ]);
});
afterAll(closeTestDatabase);

const graph = (identifier: string, input: Partial<Parameters<typeof getGraph.call>[1]> = {}, of = org) =>
  getGraph.call(of.as("viewer"), { blueprint: "component", identifier, ...input });
const names = async (identifier: string, input: Partial<Parameters<typeof getGraph.call>[1]> = {}) =>
  (await graph(identifier, input)).nodes.map((node) => `${node.depth} ${node.identifier}`);

test("a graph goes as far and in the direction that is asked for, cycles and all", async () => {
  expect(await names("a", { depth: 1, direction: "outgoing" })).toEqual(["0 a", "1 b", "1 gone"]);
  expect(await names("a", { depth: 5, direction: "outgoing" })).toEqual(["0 a", "1 b", "1 gone", "2 c", "3 d", "4 s"]);
  expect(await names("a", { depth: 1, direction: "incoming" })).toEqual(["0 a", "1 c"]);
  expect(await names("d", { depth: 2 })).toEqual(["0 d", "1 c", "1 s", "2 a", "2 b"]);
  expect(await names("d", { depth: 3, kind: "system" })).toEqual(["0 d", "1 s"]);
});

test("relations between its nodes are all there, named as they are stated, also to what the catalog does not have", async () => {
  const { nodes, edges, root } = await graph("a", { depth: 2, direction: "outgoing" });
  const nameOf = new Map(nodes.map((node) => [node.id, node.identifier]));
  expect(nameOf.get(root)).toBe("a");
  expect(edges.map((edge) => [nameOf.get(edge.from), edge.label, nameOf.get(edge.to)]).sort()).toEqual([
    ["a", "depends on", "b"],
    ["a", "depends on", "gone"],
    ["b", "depends on", "c"],
    ["c", "depends on", "a"],
  ]);
  expect(nodes.find((node) => node.identifier === "gone")).toMatchObject({ id: "component:gone", state: "missing" });
});

test("what was archived is shown as that", async () => {
  await database.owner`update entities set is_archived = true where org_id = ${org.id} and identifier = 's'`;
  expect((await graph("d", { depth: 1 })).nodes.map((node) => [node.identifier, node.state])).toContainEqual([
    "s",
    "archived",
  ]);
  await expect(getGraph.call(org.as("viewer"), { blueprint: "system", identifier: "s" })).rejects.toMatchObject({
    code: "not_found",
  });
  await database.owner`update entities set is_archived = false where org_id = ${org.id} and identifier = 's'`;
});

test("a hub says how many more it has instead of drowning the rest", async () => {
  const { nodes, rest, isComplete } = await graph("hub", { perNode: 20 });
  expect(nodes).toHaveLength(21);
  expect(rest).toMatchObject([{ direction: "incoming", type: "dependsOn", label: "depends on this", count: 280 }]);
  expect(isComplete).toBe(true);
  const cut = await graph("hub", { perNode: 100, limit: 50 });
  expect([cut.nodes.length, cut.isComplete, cut.rest[0]?.count]).toEqual([50, false, 251]);
});

test("another organization sees nothing of it, and bad input names its field", async () => {
  const other = await testOrg();
  await expect(graph("a", {}, other)).rejects.toMatchObject({ code: "not_found" });
  await storeEntities(other, [testEntity("a")]);
  expect((await graph("a", { depth: 5 }, other)).nodes).toHaveLength(1);
  await expect(graph("nothing")).rejects.toMatchObject({ code: "not_found" });
  await expect(graph("a", { depth: 6 })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "depth" }] });
  await expect(graph("a", { limit: 501 })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "limit" }] });
});
