import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { previewChange } from "#lib/catalog/blueprints/preview-change.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { closeJqPool } from "#lib/catalog/derived/jq/run-jq.ts";
import { checkQuery } from "#lib/catalog/queries/check-query.ts";
import { completeQuery } from "#lib/catalog/queries/complete-query.ts";

let org: TestOrg;
const admin = () => org.as("admin");
const title = "T";
const property = (identifier: string, type: "string" | "number" = "number") => ({ identifier, title, type });
const calculated = (identifier: string, expression: string, more: object = {}) =>
  ({ kind: "calculated", identifier, title, type: "number", expression, ...more }) as const;
const mirrored = (identifier: string, relation: string, field: string) =>
  ({ kind: "mirrored", identifier, title, path: [{ relation }], field }) as const;
const total = (identifier: string, relation: string, more: object = {}) =>
  ({
    kind: "aggregated",
    identifier,
    title,
    function: "sum",
    path: [{ relation, direction: "incoming" }],
    property: "cost",
    ...more,
  }) as const;
const at = (path: string, message: unknown = expect.any(String)) => ({
  code: "invalid",
  fields: expect.arrayContaining([{ path, message }]),
});
const kind = (identifier: string, definition: object) => ({
  identifier,
  title: identifier,
  pluralTitle: identifier,
  definition,
});

beforeAll(async () => {
  await testDatabase();
  org = await testOrg();
  // A part is in a unit, a unit in a plant; a part costs something.
  await createBlueprint.call(admin(), kind("plant", { properties: [property("rent"), property("place", "string")] }));
  await createBlueprint.call(
    admin(),
    kind("unit", { properties: [property("rank")], relations: [{ identifier: "in", title, targets: ["plant"] }] }),
  );
  await createBlueprint.call(
    admin(),
    kind("part", {
      properties: [property("cost"), property("name", "string")],
      relations: [{ identifier: "in", title, targets: ["unit"] }],
    }),
  );
});
afterAll(async () => {
  closeJqPool();
  await closeTestDatabase();
});

const part = (definition: object) =>
  kind("part", {
    properties: [property("cost"), property("name", "string")],
    relations: [{ identifier: "in", title, targets: ["unit"] }],
    ...definition,
  });
const unit = (definition: object) =>
  kind("unit", {
    properties: [property("rank")],
    relations: [{ identifier: "in", title, targets: ["plant"] }],
    ...definition,
  });

describe("a definition says where it is wrong", () => {
  test.each([
    ["derived.0.identifier", { derived: [calculated("cost", "1")] }],
    ["derived.0.expression", { derived: [calculated("double", "properties.cost *")] }],
    ["derived.0.expression", { derived: [calculated("double", "properties.name * 2")] }],
    ["derived.0.expression", { derived: [calculated("old", "age(createdAt)")] }],
    ["derived.0.expression", { derived: [calculated("x", 'git.fileExists("a")', { type: "boolean" })] }],
    ["derived.0.expression", { derived: [calculated("x", "entity.sources().length")] }],
    ["derived.0.expression", { derived: [calculated("x", "1".repeat(65 * 1024))] }],
    ["derived.0.expression", { derived: [calculated("x", "(".repeat(60 * 1024))] }],
    ["derived.0.type", { derived: [calculated("double", "properties.cost * 2", { type: "string" })] }],
    ["derived.0.path.0.relation", { derived: [mirrored("rank", "nowhere", "properties.rank")] }],
    [
      "derived.0.path.0.relation",
      { derived: [{ ...mirrored("rank", "in", "title"), path: [{ relation: "in", kinds: ["plant"] }] }] },
    ],
    [
      "derived.0.path.0.relation",
      { derived: [{ ...mirrored("rank", "in", "title"), path: [{ relation: "in", kinds: ["nothing"] }] }] },
    ],
    ["derived.0.field", { derived: [mirrored("rank", "in", "properties.nothing")] }],
    ["derived.0.field", { derived: [mirrored("rank", "in", "password")] }],
    ["derived.0.path.0.relation", { derived: [total("t", "in")] }],
    ["ownership.path.0.relation", { ownership: { type: "inherited", path: [{ relation: "nowhere" }] } }],
    ["derived.0.expression", { derived: [calculated("self", "properties.self + 1")] }],
    [
      "derived.1.expression",
      { derived: [calculated("a", "properties.b"), calculated("b", "properties.c"), calculated("c", "properties.b")] },
    ],
    ["derived.0.expression", { derived: [calculated("all", "length(properties)")] }],
  ])("%s", async (path, definition) => {
    await expect(
      previewChange.call(admin(), { identifier: "part", definition: part(definition).definition }),
    ).rejects.toMatchObject(at(`definition.${path}`));
  });

  test.each([
    ["derived.0.property", { derived: [total("t", "in", { property: undefined })] }],
    ["derived.0.property", { derived: [total("t", "in", { property: "name" })] }],
    ["derived.0.property", { derived: [total("t", "in", { property: "nothing" })] }],
    ["derived.0.property", { derived: [total("t", "in", { function: "count" })] }],
    ["derived.0.filter", { derived: [total("t", "in", { filter: "properties.cost >" })] }],
    ["derived.0.filter", { derived: [total("t", "in", { filter: 'properties.cost > "a"' })] }],
    ["derived.0.filter", { derived: [total("t", "in", { filter: "age(createdAt) > 3 days" })] }],
    [
      "derived.0.path",
      { derived: [total("t", "in", { isAnyDepth: true, path: [{ relation: "in" }, { relation: "in" }] })] },
    ],
  ])("of what is aggregated: %s", async (path, definition) => {
    await expect(
      previewChange.call(admin(), { identifier: "unit", definition: unit(definition).definition }),
    ).rejects.toMatchObject(at(`definition.${path}`));
  });

  test.each([
    ["an end that is missing", ".a |", /^Line 1, column \d+: /],
    ["a function that is not there", ".a\n| nothing", /^Line 2, column \d+: nothing\/0 is not defined/],
    ["parentheses that close what surrounds it", "1)] | [(2", /^Line 1/],
    ["time", "now", /now/],
    ["a nesting of thousands", "(".repeat(30_000), /./],
  ])("jq with %s", async (_, expression, message) => {
    const definition = part({ derived: [calculated("x", expression, { language: "jq" })] }).definition;
    await expect(previewChange.call(admin(), { identifier: "part", definition })).rejects.toMatchObject(
      at("definition.derived.0.expression", expect.stringMatching(message)),
    );
  });
});

describe("a circle over several kinds", () => {
  test("of values is refused with the way round", async () => {
    await updateBlueprint.call(admin(), unit({ derived: [total("total", "in")] }));
    const definition = part({
      properties: [property("name", "string")],
      derived: [mirrored("cost", "in", "properties.total")],
    });
    await expect(updateBlueprint.call(admin(), definition)).rejects.toMatchObject(
      at("definition.derived.0.path", expect.stringContaining("part.cost → unit.total → part.cost")),
    );
  });

  test("of owners over two steps is refused, and is none when the path says which kinds it goes through", async () => {
    const relations = [{ identifier: "in", title, targets: ["unit", "part"], isMany: true }];
    const inherited = (kinds: string[]) =>
      part({
        relations,
        ownership: {
          type: "inherited",
          path: [
            { relation: "in", kinds: ["part"] },
            { relation: "in", kinds },
          ],
        },
      });
    await expect(updateBlueprint.call(admin(), inherited([]))).rejects.toMatchObject(
      at("definition.ownership.path", expect.stringContaining("part.owner → part.owner")),
    );
    await updateBlueprint.call(admin(), inherited(["unit"]));
    expect((await getBlueprint.call(org.as("viewer"), { identifier: "part" })).definition.ownership).toMatchObject({
      type: "inherited",
    });
  });
});

test("what another kind derives from is not taken away from it", async () => {
  const other = await testOrg();
  await createBlueprint.call(other.as("admin"), kind("unit", { properties: [property("rank")] }));
  await createBlueprint.call(
    other.as("admin"),
    kind("part", {
      relations: [{ identifier: "in", title, targets: ["unit"] }],
      derived: [mirrored("rank", "in", "properties.rank")],
    }),
  );
  await expect(updateBlueprint.call(other.as("admin"), kind("unit", {}))).rejects.toMatchObject(
    at("definition.relations", expect.stringContaining("the kind part")),
  );
});

test("a query knows the types of derived properties, and an editor offers them", async () => {
  const ask = (text: string) => checkQuery.call(org.as("viewer"), { text, blueprint: "unit" });
  expect((await ask("properties.total > 3")).problem).toBeNull();
  expect((await ask('properties.total = "three"')).problem?.message).toContain("number");
  const { offers } = await completeQuery.call(org.as("viewer"), {
    text: "properties.to",
    cursor: 13,
    blueprint: "unit",
  });
  expect(offers).toContainEqual(expect.objectContaining({ label: expect.stringContaining("total") }));
});
