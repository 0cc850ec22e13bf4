import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { deleteBlueprint } from "#lib/catalog/blueprints/delete-blueprint.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { listKinds } from "#lib/catalog/blueprints/list-kinds.ts";
import { previewChange } from "#lib/catalog/blueprints/preview-change.ts";
import { shippedBlueprints } from "#lib/catalog/blueprints/shipped-blueprints.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const tier = { identifier: "tier", title: "Tier", type: "number" as const };
const gadget = { identifier: "gadget", title: "Gadget", pluralTitle: "Gadgets", definition: { properties: [tier] } };
const fields = (paths: string[]) => ({ fields: paths.map((path) => expect.objectContaining({ path })) });
const audited = (orgId: string, operation: string) =>
  database.owner`select subject_id, before, after from audit_entries where org_id = ${orgId} and operation = ${operation}`;

describe("create", () => {
  test("a kind is described, read back and audited", async () => {
    await createBlueprint.call(org.as("admin"), gadget);
    const read = await getBlueprint.call(org.as("viewer"), { identifier: "gadget" });
    expect(read).toMatchObject({
      title: "Gadget",
      origin: "made",
      version: 1,
      definition: { properties: [tier], allowsOthers: false },
    });
    expect(await audited(org.id, "blueprint.create")).toMatchObject([
      { subject_id: "gadget", after: { title: "Gadget" } },
    ]);
  });

  test("a member is refused, another organization sees nothing, and a name that is taken is a conflict", async () => {
    await expect(createBlueprint.call(org.as("member"), { ...gadget, identifier: "other" })).rejects.toMatchObject({
      code: "forbidden",
    });
    const other = await testOrg();
    await expect(getBlueprint.call(other.as("admin"), { identifier: "gadget" })).rejects.toMatchObject({
      code: "not_found",
    });
    const taken = { code: "conflict", ...fields(["identifier"]) };
    await expect(createBlueprint.call(org.as("admin"), gadget)).rejects.toMatchObject(taken);
    await expect(createBlueprint.call(org.as("admin"), { ...gadget, identifier: "component" })).rejects.toMatchObject(
      taken,
    );
  });

  test.each([
    ["properties.0.identifier", { properties: [{ ...tier, identifier: "__proto__" }] }],
    ["properties.1.identifier", { properties: [tier, tier] }],
    ["properties.0.format", { properties: [{ ...tier, format: "email" as const }] }],
    ["properties.0.pattern", { properties: [{ ...tier, type: "string" as const, pattern: "(" }] }],
    ["properties.0.default", { properties: [{ ...tier, default: "one" }] }],
    ["properties.0.options.1.value", { properties: [{ ...tier, options: [{ value: 1 }, { value: 1 }] }] }],
    ["properties.0.minimum", { properties: [{ ...tier, minimum: 3, maximum: 2 }] }],
    ["relations.0.targets.0", { relations: [{ identifier: "in", title: "In", targets: ["nowhere"] }] }],
    [
      "relations.0.isRequired",
      { relations: [{ identifier: "in", title: "In", targets: ["broken"], isRequired: true }] },
    ],
    ["layout.0.properties.0", { layout: [{ title: "Top", properties: ["missing"] }] }],
    ["columns.1", { properties: [tier], columns: ["properties.tier", "properties.missing"] }],
  ])("what cannot be used is named: %s", async (path, definition) => {
    const made = createBlueprint.call(org.as("admin"), { ...gadget, identifier: "broken", definition });
    await expect(made).rejects.toMatchObject({ code: "invalid", ...fields([`definition.${path}`]) });
  });

  test("a pattern that would run for ever elsewhere is checked in no time", async () => {
    const definition = { properties: [{ ...tier, type: "string" as const, pattern: "^(a+)+$" }] };
    await createBlueprint.call(org.as("admin"), { ...gadget, identifier: "hostile", definition });
    await storeEntities(org, [
      testEntity("long", { blueprint: "hostile", properties: { tier: `${"a".repeat(50_000)}!` } }),
    ]);
    const changed = { properties: [{ ...tier, type: "string" as const, pattern: "^(a+)+$", maxLength: 100_000 }] };
    const { misfits } = await previewChange.call(org.as("admin"), { identifier: "hostile", definition: changed });
    expect(misfits).toMatchObject([{ path: "properties.tier", count: 1 }]);
  });
});

test("kinds that need each other first are refused, with the way around", async () => {
  const needs = (target: string) => ({
    relations: [{ identifier: "in", title: "In", targets: [target], isRequired: true }],
  });
  const make = (identifier: string, definition = {}) =>
    createBlueprint.call(org.as("admin"), { ...gadget, identifier, definition });
  await make("first");
  await make("second", needs("first"));
  await make("third", needs("second"));
  const closing = updateBlueprint.call(org.as("admin"), { ...gadget, identifier: "first", definition: needs("third") });
  await expect(closing).rejects.toMatchObject({
    code: "invalid",
    fields: [
      { path: "definition.relations.0.isRequired", message: expect.stringContaining("first → third → second → first") },
    ],
  });
});

test("every kind can be chosen, used or not, with an organization's own among them", async () => {
  const { items } = await listKinds.call(org.as("viewer"), {});
  const names = items.map(({ identifier }) => identifier);
  expect(names).toEqual(expect.arrayContaining(["gadget", "component", "incident"]));
  expect(new Set(names).size).toBe(names.length);
});

test("what ships has a definition that holds, for every organization, also for one that was there before", async () => {
  const component = await getBlueprint.call(org.as("viewer"), { identifier: "component" });
  expect(component).toMatchObject({
    origin: "shipped",
    isChanged: false,
    definition: { requiredFields: ["owner", "lifecycle", "type"] },
  });
  expect(shippedBlueprints.map(({ identifier }) => identifier)).toEqual(
    expect.arrayContaining(["environment", "repository", "deployment", "incident", "pull-request"]),
  );
  const { version: _, origin, isChanged, updatedAt, recomputation, ...input } = component;
  await updateBlueprint.call(org.as("admin"), {
    ...input,
    title: "Part",
    definition: { ...input.definition, requiredFields: [] },
  });
  const changed = await getBlueprint.call(org.as("viewer"), { identifier: "component" });
  expect(changed).toMatchObject({
    title: "Part",
    origin: "shipped",
    isChanged: true,
    version: 2,
    definition: { requiredFields: [] },
  });
  await deleteBlueprint.call(org.as("admin"), { identifier: "component" });
  expect(await getBlueprint.call(org.as("viewer"), { identifier: "component" })).toMatchObject({
    title: "Component",
    isChanged: false,
  });
});

describe("a change to a kind that has data", () => {
  const store = async (values: unknown[]) => {
    const own = await testOrg();
    await createBlueprint.call(own.as("admin"), {
      ...gadget,
      definition: { properties: [{ ...tier, type: "string" }], allowsOthers: true },
    });
    await storeEntities(
      own,
      values.map((value, place) =>
        testEntity(`g${place}`, { blueprint: "gadget", properties: value === undefined ? {} : { tier: value } }),
      ),
    );
    return own;
  };
  const stored = async (own: TestOrg) =>
    Object.fromEntries(
      (
        await database.owner`select identifier, properties -> 'tier' as tier, version from entities where org_id = ${own.id} order by identifier`
      ).map((row) => [row["identifier"], [row["tier"], row["version"]]]),
    );
  const numeric = { properties: [tier], allowsOthers: true };

  test("the impact is shown first: how many, which, why, and what each would become", async () => {
    const own = await store(["1", "2", "high", "1", undefined]);
    const { misfits } = await previewChange.call(own.as("admin"), { identifier: "gadget", definition: numeric });
    expect(misfits).toMatchObject([{ path: "properties.tier", problem: "value", count: 4, convertible: 3 }]);
    expect(misfits[0]?.examples.map(({ identifier, value, converted }) => [identifier, value, converted])).toEqual([
      ["g0", "1", 1],
      ["g1", "2", 2],
      ["g2", "high", undefined],
      ["g3", "1", 1],
    ]);
    await expect(
      previewChange.call(own.as("member"), { identifier: "gadget", definition: numeric }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("untold it is refused and nothing is saved, also when some cannot be converted", async () => {
    const own = await store(["1", "high"]);
    const change = { ...gadget, definition: numeric };
    await expect(updateBlueprint.call(own.as("admin"), change)).rejects.toMatchObject({
      code: "invalid",
      ...fields(["properties.tier"]),
    });
    const half = updateBlueprint.call(own.as("admin"), { ...change, resolutions: [{ path: "properties.tier" }] });
    await expect(half).rejects.toMatchObject({
      fields: [{ path: "properties.tier", message: expect.stringContaining("1 entity does not fit, such as g1") }],
    });
    expect(await stored(own)).toEqual({ g0: ["1", 1], g1: ["high", 1] });
    expect(await getBlueprint.call(own.as("viewer"), { identifier: "gadget" })).toMatchObject({ version: 1 });
  });

  test.each([
    ["keep" as const, { g0: [1, 2], g1: ["high", 1], g2: [null, 1] }],
    ["remove" as const, { g0: [1, 2], g1: [null, 2], g2: [null, 1] }],
  ])("told to convert and to %s the rest, it does so row by row, with history", async (otherwise, expected) => {
    const own = await store(["1", "high", undefined]);
    const change = { ...gadget, definition: numeric, resolutions: [{ path: "properties.tier", otherwise }] };
    await updateBlueprint.call(own.as("admin"), change);
    expect(await stored(own)).toEqual(expected);
    const history = await listVersions.call(own.as("viewer"), { blueprint: "gadget", identifier: "g0" });
    expect(history.items[0]).toMatchObject({
      version: 2,
      changes: [{ path: "properties.tier", before: '"1"', after: "1" }],
    });
    expect(await audited(own.id, "blueprint.update")).toMatchObject([
      { after: { changedEntities: otherwise === "keep" ? 1 : 2 } },
    ]);
  });

  test("what becomes required is filled with the default, what is no longer named can be removed", async () => {
    const own = await store(["1", undefined]);
    const definition = {
      properties: [{ identifier: "level", title: "Level", type: "number" as const, isRequired: true, default: 3 }],
    };
    const { misfits } = await previewChange.call(own.as("admin"), { identifier: "gadget", definition });
    expect(misfits).toMatchObject([
      { path: "properties.level", problem: "missing", count: 2, convertible: 2 },
      { path: "properties.tier", problem: "unknown", count: 1 },
    ]);
    const resolutions = [{ path: "properties.level" }, { path: "properties.tier", otherwise: "remove" as const }];
    await updateBlueprint.call(own.as("admin"), { ...gadget, definition, resolutions });
    const rows = await database.owner`select properties from entities where org_id = ${own.id}`;
    expect(rows.map((row) => row["properties"])).toEqual([{ level: 3 }, { level: 3 }]);
  });

  test("relations that become too many are counted and stay when told", async () => {
    const own = await store([]);
    const ends = ["one", "two"].map((identifier) => ({ type: "in", blueprint: "component", identifier }));
    await storeEntities(own, [testEntity("g", { blueprint: "gadget", relations: ends })]);
    const definition = { allowsOthers: true, relations: [{ identifier: "in", title: "In", targets: ["component"] }] };
    const change = { ...gadget, definition };
    await expect(updateBlueprint.call(own.as("admin"), change)).rejects.toMatchObject(fields(["relations.in"]));
    await updateBlueprint.call(own.as("admin"), {
      ...change,
      resolutions: [{ path: "relations.in", otherwise: "keep" as const }],
    });
    expect(await database.owner`select 1 from relations where org_id = ${own.id}`).toHaveLength(2);
  });

  test("a version that is not the latest is a conflict, a member is refused, and another organization has nothing to change", async () => {
    const own = await store([]);
    const other = await testOrg();
    const change = { ...gadget, expectedVersion: 1 };
    await updateBlueprint.call(own.as("admin"), change);
    const details = { by: own.as("admin").actor.name, theirs: { title: "Gadget", version: 2 } };
    await expect(updateBlueprint.call(own.as("admin"), change)).rejects.toMatchObject({ code: "conflict", details });
    await expect(updateBlueprint.call(own.as("member"), gadget)).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateBlueprint.call(other.as("admin"), gadget)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("delete", () => {
  test("it refuses while something depends on the kind, and does what it is told", async () => {
    const own = await testOrg();
    await createBlueprint.call(own.as("admin"), { ...gadget, definition: { allowsOthers: true } });
    const relations = [{ identifier: "in", title: "In", targets: ["gadget"] }];
    await createBlueprint.call(own.as("admin"), {
      ...gadget,
      identifier: "box",
      title: "Box",
      definition: { relations },
    });
    await storeEntities(own, [
      testEntity("g", { blueprint: "gadget" }),
      testEntity("b", { blueprint: "box", relations: [{ type: "in", blueprint: "gadget", identifier: "g" }] }),
    ]);
    const refused = deleteBlueprint.call(own.as("admin"), { identifier: "gadget" });
    await expect(refused).rejects.toMatchObject({ code: "conflict", ...fields(["entities", "relations"]) });
    const told = { identifier: "gadget", entities: "delete" as const, relations: "drop" as const };
    expect(await deleteBlueprint.call(own.as("admin"), told)).toEqual({ identifier: "gadget", deletedEntities: 1 });
    expect(await database.owner`select identifier from entities where org_id = ${own.id}`).toMatchObject([
      { identifier: "b" },
    ]);
    expect(await database.owner`select to_identifier, to_id from relations where org_id = ${own.id}`).toMatchObject([
      { to_identifier: "g", to_id: null },
    ]);
    expect((await getBlueprint.call(own.as("viewer"), { identifier: "box" })).definition.relations).toEqual([]);
    expect(await audited(own.id, "blueprint.delete")).toMatchObject([{ before: { deletedEntities: 1 }, after: null }]);
  });

  test("a member is refused, and another organization's is not there", async () => {
    const other = await testOrg();
    await expect(deleteBlueprint.call(org.as("member"), { identifier: "gadget" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(deleteBlueprint.call(other.as("admin"), { identifier: "gadget" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      deleteBlueprint.call(org.as("admin"), { identifier: "gadget", entities: "burn" as never }),
    ).rejects.toMatchObject(fields(["entities"]));
  });
});
