import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { getDefinition } from "#lib/catalog/definitions/get-definition.ts";
import type { ApiReference, DefinitionAnswer } from "#lib/catalog/definitions/schema.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let org: TestOrg;
beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

let count = 0;
async function answerTo(definition: string, type: string | null = null): Promise<DefinitionAnswer> {
  const identifier = `api-${++count}`;
  await storeEntities(org, [testEntity(identifier, { blueprint: "api", type, properties: { definition } })]);
  return getDefinition.call(org.as("viewer"), { blueprint: "api", identifier });
}
async function referenceTo(definition: string, type: string | null = null): Promise<ApiReference> {
  const answer = await answerTo(definition, type);
  if ("problem" in answer) throw new Error(answer.problem.message);
  return answer.reference;
}
async function problemWith(definition: string, type: string | null = null) {
  const answer = await answerTo(definition, type);
  return "problem" in answer ? answer.problem : null;
}
const shape = (reference: ApiReference) =>
  reference.groups.map((group) => [
    group.name,
    group.operations.map((operation) => `${operation.verb} ${operation.name}`),
  ]);

test("OpenAPI: operations under their tags, with parameters, bodies, answers and examples", async () => {
  const reference = await referenceTo(`
openapi: 3.1.0
info: { title: Pets, version: "2" }
servers: [{ url: https://pets.example }]
tags: [{ name: pets, description: All about pets }]
paths:
  /pets/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
    get:
      tags: [pets]
      summary: Read a pet
      responses: { "200": { description: A pet, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
    delete: { deprecated: true, responses: { "204": { description: Gone } } }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string, description: What it is called }
        kind: { enum: [cat, dog] }
        friends: { type: array, items: { $ref: "#/components/schemas/Pet" } }
`);
  expect([reference.form, reference.formVersion, reference.title, reference.servers[0]?.url]).toEqual([
    "OpenAPI",
    "3.1.0",
    "Pets",
    "https://pets.example",
  ]);
  expect(shape(reference)).toEqual([
    ["pets", ["GET /pets/{id}"]],
    ["Operations", ["DELETE /pets/{id}"]],
  ]);
  const [read] = reference.groups[0]?.operations ?? [];
  expect(read?.inputs[0]?.rows).toMatchObject([{ name: "id", type: "string (uuid), in path", isRequired: true }]);
  expect(read?.outputs[0]).toMatchObject({ label: "200, application/json", type: "Pet" });
  // What contains itself is named and not gone into again.
  expect(read?.outputs[0]?.rows.map((row) => [row.depth, row.name, row.type, row.isRequired])).toEqual([
    [0, "name", "string", true],
    [0, "kind", '"cat" | "dog"', false],
    [0, "friends", "Pet[]", false],
  ]);
  expect(JSON.parse(read?.outputs[0]?.example ?? "")).toMatchObject({ name: "text", kind: "cat" });
  expect(reference.groups[1]?.operations[0]?.isDeprecated).toBe(true);
});

test("AsyncAPI, both forms: what is sent and received on each channel", async () => {
  const second = await referenceTo(`
asyncapi: 2.6.0
info: { title: Orders, version: "1" }
channels:
  orders.placed:
    subscribe: { message: { name: OrderPlaced, payload: { type: object, properties: { id: { type: string } } } } }
`);
  expect(shape(second)).toEqual([["orders.placed", ["subscribe orders.placed"]]]);
  expect(second.groups[0]?.operations[0]?.outputs[0]).toMatchObject({
    label: "OrderPlaced",
    rows: [{ name: "id", type: "string" }],
  });
  const third = await referenceTo(`
asyncapi: 3.0.0
info: { title: Orders, version: "1" }
channels: { placed: { address: orders.placed, messages: { placed: { payload: { type: object, properties: { id: { type: string } } } } } } }
operations: { take: { action: receive, channel: { $ref: "#/channels/placed" } } }
`);
  expect(shape(third)).toEqual([["orders.placed", ["receive orders.placed"]]]);
  expect(third.groups[0]?.operations[0]?.inputs[0]?.rows).toMatchObject([{ name: "id" }]);
});

test("GraphQL and gRPC: operations, and the types they speak of", async () => {
  const graphql = await referenceTo(
    'type Query { "One order" order(id: ID!): Order  old: Int @deprecated }\ntype Order { id: ID! lines: [Line!]! }\nenum Line { A B }',
    "graphql",
  );
  expect(shape(graphql)).toEqual([["Query", ["query order", "query old"]]]);
  expect(graphql.groups[0]?.operations[0]).toMatchObject({ description: "One order", outputs: [{ type: "Order" }] });
  expect(graphql.types.map((type) => [type.label, type.rows.length])).toEqual([
    ["Order", 2],
    ["Line", 2],
  ]);
  const proto = await referenceTo(
    'syntax = "proto3";\npackage pay.v1;\n// Moves money.\nservice Ledger { rpc Post (Entry) returns (stream Receipt); }\nmessage Entry { string id = 1; map<string, int64> amounts = 2; }\nmessage Receipt {}',
    "grpc",
  );
  expect([proto.title, proto.formVersion, shape(proto)]).toEqual(["pay.v1", "proto3", [["Ledger", ["rpc Post"]]]]);
  expect(proto.groups[0]?.operations[0]?.outputs[0]?.type).toBe("stream of Receipt");
  expect(proto.types[0]?.rows[1]).toMatchObject({ name: "amounts", type: "map of string to int64" });
});

test("what is broken says where", async () => {
  expect(await problemWith("openapi: 3.0.0\npaths:\n  /a: [", "openapi")).toMatchObject({ line: expect.any(Number) });
  expect(await problemWith("type Query {\n  a: \n}", "graphql")).toMatchObject({ line: 3 });
  expect(await problemWith('syntax = "proto3";\nmessage A {\n  string = 1;\n}', "grpc")).toMatchObject({ line: 3 });
  expect(await problemWith("just words", "openapi")).toMatchObject({ message: expect.stringContaining("no document") });
  expect(await problemWith("a: 1", "openapi")).toMatchObject({ message: expect.stringContaining("neither") });
});

test("hostile definitions cost their own page only: cycles, laughter, depth, size, names of objects", async () => {
  const cycle = await referenceTo(
    'openapi: 3.0.0\npaths: { /a: { $ref: "#/paths/~1a" }, /b: { get: { requestBody: { content: { x: { schema: { $ref: "#/c" } } } } } } }\nc: { $ref: "#/c" }',
  );
  expect(shape(cycle)).toEqual([["Operations", ["GET /b"]]]);
  const wide = `openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n${Array.from({ length: 60 }, (_, at) => `    S${at}: { type: object, properties: { ${Array.from({ length: 8 }, (_, by) => `p${by}: { $ref: "#/components/schemas/S${(at + by + 1) % 60}" }`).join(", ")} } }`).join("\n")}`;
  expect((await referenceTo(wide)).types.every((type) => type.rows.length <= 150)).toBe(true);
  const laughs = `openapi: 3.0.0\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at},*a${at},*a${at},*a${at},*a${at},*a${at},*a${at},*a${at},*a${at}]`).join("\n")}`;
  expect(await problemWith(laughs)).not.toBeNull();
  expect(await problemWith("[".repeat(50_000))).not.toBeNull();
  expect(await problemWith(`openapi: 3.0.0\n${"a".repeat(2_000_001)}`)).toMatchObject({
    message: expect.stringContaining("two million"),
  });
  const names = await referenceTo(
    'openapi: 3.0.0\npaths: { __proto__: { get: {} }, /x: { get: { parameters: [{ $ref: "#/__proto__/constructor" }] } } }',
  );
  expect(names.groups.flatMap((group) => group.operations).length).toBeGreaterThan(0);
}, 60_000);

test("another organization sees nothing of it, and what has no definition is not there", async () => {
  const other = await testOrg();
  await answerTo("openapi: 3.0.0\npaths: {}");
  const key = { blueprint: "api", identifier: `api-${count}` };
  await expect(getDefinition.call(other.as("admin"), key)).rejects.toMatchObject({ code: "not_found" });
  await storeEntities(org, [testEntity("bare", { blueprint: "api" })]);
  await expect(getDefinition.call(org.as("viewer"), { ...key, identifier: "bare" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(getDefinition.call(org.as("viewer"), { ...key, identifier: "" })).rejects.toMatchObject({
    fields: [{ path: "identifier" }],
  });
  const nobody = { ...org.as("viewer"), can: () => false };
  await expect(getDefinition.call(nobody, key)).rejects.toMatchObject({ code: "forbidden" });
});

test("every property whose format is a form of definition can be read, as text or as an object", async () => {
  const property = (identifier: string, type: "string" | "object", format?: "openapi" | "graphql" | "grpc") => ({
    ...{ identifier, title: identifier.toUpperCase(), type },
    ...(format === undefined ? {} : { format }),
  });
  const properties = [
    property("rest", "object", "openapi"),
    property("graph", "string", "graphql"),
    property("calls", "string", "grpc"),
    property("none", "string", "openapi"),
    property("other", "object"),
  ];
  const described = { title: "Gateway", pluralTitle: "Gateways", definition: { properties } };
  await createBlueprint.call(org.as("admin"), { identifier: "gateway", ...described });
  const rest = { openapi: "3.1.0", info: { title: "Doors", version: "1" }, paths: { "/doors": { get: {} } } };
  const values = { rest, graph: "query: is not here", calls: 'syntax = "proto3";', none: " ", other: rest };
  await storeEntities(org, [testEntity("front", { blueprint: "gateway", properties: values })]);
  const key = { blueprint: "gateway", identifier: "front" };
  const { references } = await getEntity.call(org.as("viewer"), key);
  expect(references).toEqual([
    { property: "rest", title: "REST", form: "openapi" },
    { property: "graph", title: "GRAPH", form: "graphql" },
    { property: "calls", title: "CALLS", form: "grpc" },
  ]);
  const read = (name: string) => getDefinition.call(org.as("viewer"), { ...key, property: name });
  expect(await read("rest")).toMatchObject({ reference: { form: "OpenAPI", title: "Doors" } });
  expect(await read("graph")).toMatchObject({ problem: { line: 1 } });
  expect(await read("calls")).toMatchObject({ reference: { form: "gRPC" } });
  for (const name of ["none", "other", "definition", "absent"])
    await expect(read(name)).rejects.toMatchObject({ code: "not_found" });
});
