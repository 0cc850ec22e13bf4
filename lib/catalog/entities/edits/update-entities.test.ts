import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { updateEntities } from "#lib/catalog/entities/edits/update-entities.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  const tier = { identifier: "tier", title: "Tier", type: "number" as const, minimum: 1, maximum: 3 };
  const gadget = { identifier: "gadget", title: "Gadget", pluralTitle: "Gadgets" };
  const relations = ["dependsOn", "partOf"].map((identifier) => ({ identifier, title: identifier, isMany: true }));
  await createBlueprint.call(org.as("admin"), { ...gadget, definition: { properties: [tier], relations } });
});
afterAll(closeTestDatabase);

const key = (identifier: string) => ({ blueprint: "gadget", identifier });
const read = (identifier: string) => getEntity.call(org.as("viewer"), key(identifier));
const fields = (paths: string[]) => ({ fields: paths.map((path) => expect.objectContaining({ path })) });
const audited = (operation: string, name: string) =>
  database.owner`select after from audit_entries where org_id = ${org.id} and operation = ${operation} and subject_name = ${name}`;

const edits = (identifiers: string[], patch: object) =>
  identifiers.map((identifier) => ({ ...key(identifier), ...patch }));

test("all are changed in one go, with one audit entry and a version each", async () => {
  const identifiers = Array.from({ length: 30 }, (_, place) => `many-${place}`);
  await storeEntities(
    org,
    identifiers.map((identifier) => testEntity(identifier, { blueprint: "gadget", title: "Many" })),
  );
  const request = { edits: edits(identifiers, { properties: { tier: 2 } }) };
  expect(await updateEntities.call(org.as("member"), request)).toEqual({
    changed: 30,
    unchanged: 0,
    refused: 0,
    problems: [],
  });
  expect(await updateEntities.call(org.as("member"), request)).toMatchObject({ changed: 0, unchanged: 30 });
  expect(await read("many-7")).toMatchObject({ title: "Many", version: 2, properties: { tier: 2 } });
  expect(await audited("entity.update-many", "People")).toMatchObject([
    { after: { changed: 30 } },
    { after: { changed: 0 } },
  ]);
});

test("each refusal is named by its place; nothing is saved unless part is enough", async () => {
  const mixed = [
    { ...key("many-1"), properties: { tier: 3 } },
    { ...key("many-2"), properties: { tier: 9 } },
    { ...key("nowhere"), title: "X" },
    { ...key("many-3"), title: "Y", expectedVersion: 1 },
  ];
  const paths = ["edits.1.properties.tier", "edits.2.identifier", "edits.3.expectedVersion"];
  await expect(updateEntities.call(org.as("member"), { edits: mixed })).rejects.toMatchObject({
    code: "invalid",
    ...fields(paths),
  });
  expect(await read("many-1")).toMatchObject({ properties: { tier: 2 } });
  const answer = await updateEntities.call(org.as("member"), { edits: mixed, isPartial: true });
  expect(answer).toMatchObject({
    changed: 1,
    refused: 3,
    problems: paths.map((path) => expect.objectContaining({ path })),
  });
  expect(await read("many-1")).toMatchObject({ properties: { tier: 3 } });
});

test("tags are added and taken away beside those that are there, each tag once and in their order", async () => {
  await storeEntities(org, [
    testEntity("tagged", { blueprint: "gadget", tags: ["go", "pci"] }),
    testEntity("bare", { blueprint: "gadget" }),
  ]);
  const change = (patch: object) =>
    updateEntities.call(org.as("member"), { edits: edits(["tagged", "bare"], patch), isPartial: true });
  const tags = async () => Promise.all(["tagged", "bare"].map(async (name) => (await read(name)).tags));
  expect(await change({ tagsToAdd: ["pci", "web"] })).toMatchObject({ changed: 2 });
  expect(await tags()).toEqual([
    ["go", "pci", "web"],
    ["pci", "web"],
  ]);
  expect(await change({ tagsToRemove: ["go", "never-there"] })).toMatchObject({ changed: 1, unchanged: 1 });
  expect(await tags()).toEqual([
    ["pci", "web"],
    ["pci", "web"],
  ]);
  // Taken away first and added then; a list that is set is what both work on.
  expect(await change({ tags: ["a", "b"], tagsToRemove: ["a", "c"], tagsToAdd: ["c"] })).toMatchObject({ changed: 2 });
  expect(await tags()).toEqual([
    ["b", "c"],
    ["b", "c"],
  ]);
  await expect(change({ tagsToAdd: ["fine", ""] })).rejects.toMatchObject(
    fields(["edits.0.tagsToAdd.1", "edits.1.tagsToAdd.1"]),
  );
});

test("what was changed is taken back by the edits that are answered, except where somebody changed it again", async () => {
  const [one, two, three] = ["undo-1", "undo-2", "undo-3"].map((name) =>
    testEntity(name, {
      blueprint: "gadget",
      tags: ["go"],
      properties: { tier: 1 },
      relations: [{ type: "dependsOn", blueprint: "gadget", identifier: "many-1" }],
    }),
  );
  if (one === undefined || two === undefined || three === undefined) throw new Error("three are made");
  await storeEntities(org, [one, { ...two, title: "Second", lifecycle: "old", ownerRef: "group:a" }, three]);
  const names = ["undo-1", "undo-2", "undo-3"];
  const read3 = () => Promise.all(names.map(read));
  const before = await read3();
  const patch = {
    title: "Renamed",
    lifecycle: "production",
    owner: "group:b",
    tagsToAdd: ["pci"],
    properties: { tier: 3 },
    labels: { a: "b" },
    relations: { dependsOn: [], partOf: [{ blueprint: "gadget", identifier: "many-2" }] },
  };
  const { undo = [] } = await updateEntities.call(org.as("member"), { edits: edits(names, patch), withUndo: true });
  expect(undo.map(({ identifier, expectedVersion }) => [identifier, expectedVersion])).toEqual(
    names.map((name) => [name, 2]),
  );
  expect((await read3())[0]).toMatchObject({ title: "Renamed", tags: ["go", "pci"], properties: { tier: 3 } });
  await updateEntities.call(org.as("admin"), { edits: edits(["undo-3"], { title: "Again" }) });
  const back = await updateEntities.call(org.as("member"), { edits: undo, isPartial: true });
  expect(back).toMatchObject({ changed: 2, refused: 1, problems: [{ path: "edits.2.expectedVersion" }] });
  expect(back).not.toHaveProperty("undo");
  const of = ({ title, owner, lifecycle, tags, properties, labels, relations }: (typeof before)[number]) => ({
    ...{ title, owner, lifecycle, tags, properties, labels },
    // What the owner is stands in the owner.
    relations: relations
      .filter(({ type }) => type !== "ownedBy")
      .map(({ type, items }) => [type, items.map((item) => item.identifier)]),
  });
  const after = await read3();
  expect(after.slice(0, 2).map(of)).toEqual(before.slice(0, 2).map(of));
  expect(after[2]).toMatchObject({ title: "Again", properties: { tier: 3 } });
  // What did not change has nothing to be taken back.
  const same = { edits: edits(["undo-1"], { tagsToAdd: ["go"] }), withUndo: true };
  expect(await updateEntities.call(org.as("member"), same)).toMatchObject({ unchanged: 1, undo: [] });
});

test("a viewer is refused, another organization has nothing of those names, and one that is sent twice is named", async () => {
  const other = await testOrg();
  const request = { edits: edits(["many-1"], { title: "X" }) };
  await expect(updateEntities.call(org.as("viewer"), request)).rejects.toMatchObject({ code: "forbidden" });
  await expect(updateEntities.call(other.as("admin"), request)).rejects.toMatchObject(fields(["edits.0.identifier"]));
  const twice = { edits: edits(["many-1", "many-1"], { title: "X" }) };
  await expect(updateEntities.call(org.as("member"), twice)).rejects.toMatchObject(fields(["edits.1.identifier"]));
});
