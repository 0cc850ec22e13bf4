import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { deleteEntity } from "#lib/catalog/archive/delete-entity.ts";
import { restoreEntity } from "#lib/catalog/archive/restore-entity.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { createEntity } from "#lib/catalog/entities/edits/create-entity.ts";
import { previewRemoval } from "#lib/catalog/entities/edits/preview-removal.ts";
import { updateEntity } from "#lib/catalog/entities/edits/update-entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  const definition = {
    properties: [
      { identifier: "tier", title: "Tier", type: "number" as const, minimum: 1, maximum: 3 },
      { identifier: "home", title: "Home", type: "string" as const, format: "url" as const },
      { identifier: "size", title: "Size", type: "string" as const, default: "small" },
    ],
    relations: [{ identifier: "partOf", title: "Part of", targets: ["system"] }],
    requiredFields: ["owner" as const],
  };
  await createBlueprint.call(org.as("admin"), {
    identifier: "gadget",
    title: "Gadget",
    pluralTitle: "Gadgets",
    definition,
  });
});
afterAll(closeTestDatabase);

const key = (identifier: string) => ({ blueprint: "gadget", identifier });
const read = (identifier: string, own = org) => getEntity.call(own.as("viewer"), key(identifier));
const fields = (paths: string[]) => ({ fields: paths.map((path) => expect.objectContaining({ path })) });
const create = (identifier: string, parts = {}) =>
  createEntity.call(org.as("member"), { ...key(identifier), owner: "group:payments", ...parts });
const audited = (operation: string, name: string) =>
  database.owner`select before, after from audit_entries where org_id = ${org.id} and operation = ${operation} and subject_name = ${name}`;

describe("create", () => {
  test("a new entity has what was said and what its kind gives it, and is audited", async () => {
    await create("one", {
      title: "One",
      tags: ["go", "edge", "go"],
      properties: { tier: 2 },
      relations: { partOf: [{ blueprint: "system", identifier: "shop" }] },
    });
    const entity = await read("one");
    expect(entity).toMatchObject({
      title: "One",
      tags: ["go", "edge"],
      version: 1,
      properties: { tier: 2, size: "small" },
      source: { kind: "person" },
    });
    expect(entity.owner).toMatchObject({ identifier: "payments" });
    expect(entity.relations.map(({ type }) => type).sort()).toEqual(["ownedBy", "partOf"]);
    expect(await audited("entity.create", "gadget:one")).toMatchObject([{ after: { title: "One" } }]);
  });

  test("what does not fit its kind is named by field, and nothing is written", async () => {
    const bad = create("bad", {
      owner: null,
      properties: { tier: 9, home: "javascript:alert(1)", color: "red" },
      relations: { uses: [{ blueprint: "system", identifier: "x" }] },
    });
    await expect(bad).rejects.toMatchObject({
      code: "invalid",
      ...fields(["owner", "properties.tier", "properties.home", "properties.color", "relations.uses"]),
    });
    await expect(read("bad")).rejects.toMatchObject({ code: "not_found" });
    const nowhere = createEntity.call(org.as("member"), { blueprint: "nothing", identifier: "x" });
    await expect(nowhere).rejects.toMatchObject(fields(["blueprint"]));
    await expect(create("bad", { identifier: "a\u0000b" })).rejects.toMatchObject(fields(["identifier"]));
    await expect(
      create("bad", { tags: Array.from({ length: 10_000 }, (_, place) => `t${place}`) }),
    ).rejects.toMatchObject(fields(["tags"]));
  });

  test("a name that is taken is a conflict, also when it is archived, and of two at once one wins", async () => {
    await expect(create("one")).rejects.toMatchObject({ code: "conflict", ...fields(["identifier"]) });
    const outcomes = await Promise.allSettled([create("race"), create("race"), create("race")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
  });

  test("a viewer is refused, and another organization sees nothing", async () => {
    const other = await testOrg();
    await expect(createEntity.call(org.as("viewer"), key("two"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(read("one", other)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("update", () => {
  test("named fields change, the rest stays, and the history says who and what", async () => {
    await create("edited", { title: "Old", tags: ["go"], labels: { a: "1", b: "2" }, properties: { tier: 1 } });
    const patch = {
      title: "New",
      labels: { a: null, c: "3" },
      properties: { tier: 3, size: null },
      owner: "group:risk",
    };
    const answer = await updateEntity.call(org.as("member"), { ...key("edited"), ...patch, expectedVersion: 1 });
    expect(answer).toEqual({ version: 2, isChanged: true, overruled: [] });
    const entity = await read("edited");
    expect(entity).toMatchObject({ title: "New", tags: ["go"], version: 2, owner: { identifier: "risk" } });
    expect([entity.labels, entity.properties]).toEqual([{ b: "2", c: "3" }, { tier: 3 }]);
    expect(entity.relations.map(({ items }) => items.map(({ identifier }) => identifier))).toEqual([["risk"]]);
    const { items } = await listVersions.call(org.as("viewer"), key("edited"));
    expect(items[0]).toMatchObject({
      actorName: expect.stringContaining("member"),
      door: "page",
      sourceName: "People",
    });
    expect(items[0]?.changes.map(({ path }) => path)).toEqual([
      "labels.a",
      "labels.c",
      "owner",
      "properties.size",
      "properties.tier",
      "title",
    ]);
    expect(await audited("entity.update", "gadget:edited")).toMatchObject([
      { before: { title: "Old" }, after: { title: "New" } },
    ]);
  });

  test("an edit that changes nothing makes no version", async () => {
    await create("same", { title: "Same" });
    expect(await updateEntity.call(org.as("member"), { ...key("same"), title: "Same" })).toMatchObject({
      version: 1,
      isChanged: false,
    });
  });

  test("of two people who change the same thing, the second is told what the first did", async () => {
    await create("contested", { title: "Contested" });
    const as = (title: string) =>
      updateEntity.call(org.as("member"), { ...key("contested"), title, expectedVersion: 1 });
    const outcomes = await Promise.allSettled([as("Mine"), as("Mine")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(as("Yours")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("changed this meanwhile"),
      details: {
        theirs: { version: 2, title: "Mine" },
        yours: { title: "Yours" },
        changedMeanwhile: [{ path: "title", before: "Contested", after: "Mine" }],
      },
    });
    expect(await read("contested")).toMatchObject({ title: "Mine", version: 2 });
  });

  test("only what is edited has to fit: what an import brought does not lock the rest", async () => {
    await storeEntities(org, [testEntity("imported", { blueprint: "gadget", properties: { tier: "high", odd: 1 } })]);
    await updateEntity.call(org.as("member"), { ...key("imported"), description: "Described" });
    expect(await read("imported")).toMatchObject({ description: "Described", properties: { tier: "high", odd: 1 } });
    const bad = updateEntity.call(org.as("member"), { ...key("imported"), properties: { tier: "higher" } });
    await expect(bad).rejects.toMatchObject({ code: "invalid", ...fields(["properties.tier"]) });
  });

  test("hostile keys are values like any other", async () => {
    await createEntity.call(org.as("member"), {
      blueprint: "component",
      identifier: "hostile",
      owner: "group:a",
      lifecycle: "x",
      type: "y",
    });
    const properties = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": 1}}');
    await updateEntity.call(org.as("member"), { blueprint: "component", identifier: "hostile", properties });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    const nul = updateEntity.call(org.as("member"), {
      blueprint: "component",
      identifier: "hostile",
      description: "a\u0000b",
    });
    await expect(nul).rejects.toMatchObject({ code: "invalid" });
  });

  test("a viewer is refused, another organization has nothing of that name, and a bad field is named", async () => {
    const other = await testOrg();
    const patch = { ...key("one"), title: "X" };
    await expect(updateEntity.call(org.as("viewer"), patch)).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateEntity.call(other.as("admin"), patch)).rejects.toMatchObject({ code: "not_found" });
    await expect(updateEntity.call(org.as("member"), { ...patch, owner: "nobody" })).rejects.toMatchObject(
      fields(["owner"]),
    );
    const owned = { ...patch, relations: { ownedBy: [] } };
    await expect(updateEntity.call(org.as("member"), owned)).rejects.toMatchObject(fields(["relations"]));
  });
});

describe("archive, restore, delete", () => {
  test("an archived entity is nowhere until it is restored, as it was; what points at it dangles meanwhile", async () => {
    await storeEntities(org, [testEntity("shop", { blueprint: "system" })]);
    await create("kept", { title: "Kept", relations: { partOf: [{ blueprint: "system", identifier: "shop" }] } });
    const shop = { blueprint: "system", identifier: "shop" };
    const preview = await previewRemoval.call(org.as("viewer"), shop);
    expect(preview).toMatchObject({ owned: 0, comesBackWith: [{ kind: "paste", name: "test" }] });
    expect(preview.pointing.map(({ type, examples }) => [type, examples.map(({ identifier }) => identifier)])).toEqual([
      ["partOf", expect.arrayContaining(["kept"])],
    ]);
    await archiveEntity.call(org.as("member"), { ...shop, reason: "closed" });
    await expect(getEntity.call(org.as("viewer"), shop)).rejects.toMatchObject({ code: "not_found" });
    const [relation] = (await read("kept")).relations.filter(({ type }) => type === "partOf");
    expect(relation?.items).toMatchObject([{ identifier: "shop", isDangling: true }]);
    await expect(createEntity.call(org.as("member"), { ...shop, owner: "group:a" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("restore"),
    });
    await restoreEntity.call(org.as("member"), shop);
    expect(await getEntity.call(org.as("viewer"), shop)).toMatchObject({ identifier: "shop" });
    expect(await audited("entity.archive", "system:shop")).toMatchObject([{ after: { reason: "closed" } }]);
    expect(await audited("entity.restore", "system:shop")).toHaveLength(1);
  });

  test("a deleted entity is gone with its history; the audit log keeps it, and what pointed at it dangles", async () => {
    await create("doomed", { title: "Doomed" });
    await create("left", {});
    await storeEntities(org, [testEntity("pointing", { relations: [{ type: "dependsOn", ...key("doomed") }] })]);
    const stale = deleteEntity.call(org.as("member"), { ...key("doomed"), expectedVersion: 7 });
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    const { id } = await deleteEntity.call(org.as("member"), { ...key("doomed"), expectedVersion: 1 });
    await expect(read("doomed")).rejects.toMatchObject({ code: "not_found" });
    expect(await database.owner`select 1 from entity_versions where entity_id = ${id}`).toHaveLength(0);
    expect(
      await database.owner`select to_id from relations where org_id = ${org.id} and to_identifier = 'doomed'`,
    ).toMatchObject([{ to_id: null }]);
    expect(await audited("entity.delete", "gadget:doomed")).toMatchObject([
      { before: { title: "Doomed" }, after: null },
    ]);
    expect(await read("left")).toMatchObject({ version: 1 });
    await archiveEntity.call(org.as("member"), key("left"));
    await deleteEntity.call(org.as("member"), key("left"));
  });

  test("what is deleted with others depending on it says who they are first; they keep naming it, and lose it as owner", async () => {
    const group = { blueprint: "group", identifier: "leaving" };
    await storeEntities(org, [testEntity("leaving", { blueprint: "group", title: "Leaving" })]);
    await create("theirs", { owner: "group:leaving" });
    await create("theirs-too", { owner: "group:leaving" });
    const preview = await previewRemoval.call(org.as("viewer"), group);
    expect(preview).toMatchObject({ owned: 2, pointing: [{ type: "ownedBy", count: 2 }] });
    await deleteEntity.call(org.as("member"), { ...group, expectedVersion: preview.version });
    const theirs = await read("theirs");
    expect(theirs).toMatchObject({ version: 1, owner: { identifier: "leaving", isDangling: true } });
    expect(theirs.relations).toMatchObject([{ type: "ownedBy", items: [{ identifier: "leaving", isDangling: true }] }]);
    const { items } = await listEntities.call(org.as("viewer"), { owner: ["group:leaving"] });
    expect(items.map(({ identifier }) => identifier)).toEqual(["theirs", "theirs-too"]);
    // Back under the same name, it is what they named.
    await storeEntities(org, [testEntity("leaving", { blueprint: "group", title: "Back" })]);
    expect((await read("theirs-too")).owner).toMatchObject({ title: "Back", isDangling: false });
  });

  test.each([
    ["archive", archiveEntity],
    ["restore", restoreEntity],
    ["delete", deleteEntity],
  ])(
    "%s: a viewer is refused, another organization has nothing of that name, a bad field is named",
    async (_, operation) => {
      const other = await testOrg();
      await expect(operation.call(org.as("viewer"), key("one"))).rejects.toMatchObject({ code: "forbidden" });
      await expect(operation.call(other.as("admin"), key("one"))).rejects.toMatchObject({ code: "not_found" });
      await expect(operation.call(org.as("member"), { ...key("one"), identifier: "" })).rejects.toMatchObject(
        fields(["identifier"]),
      );
    },
  );
});
