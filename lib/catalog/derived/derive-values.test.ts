import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase } from "#db/testing.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { deleteEntity } from "#lib/catalog/archive/delete-entity.ts";
import { restoreEntity } from "#lib/catalog/archive/restore-entity.ts";
import {
  create,
  edit,
  end,
  factory,
  imported,
  read,
  relation,
  store,
  title,
  values,
} from "#lib/catalog/derived/testing.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { getProvenance } from "#lib/catalog/entities/history/get-provenance.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

describe("in the transaction of a small change", () => {
  let org: TestOrg;
  beforeAll(async () => {
    org = await factory();
    await create(org, "plant", "p", { owner: "group:makers" });
    await create(org, "unit", "u", { title: "First", owner: "group:fitters", relations: relation("plant", "p") });
    await create(org, "part", "a", { properties: { cost: 100, taxRate: 0.5 }, relations: relation("unit", "u") });
    await create(org, "part", "b", { properties: { cost: 10, taxRate: 0 }, relations: relation("unit", "u") });
  });

  test("values are there, of every kind, over two steps, and current", async () => {
    expect(await values(org, "part", "a")).toEqual({
      cost: 100,
      taxRate: 0.5,
      gross: 150,
      unitTitle: "First",
      unitTotal: 160,
    });
    expect(await values(org, "unit", "u")).toEqual({ parts: 2, total: 160, dear: 1 });
    expect(await values(org, "plant", "p")).toEqual({ everything: 110, median: 55, average: 55 });
    const entity = await read(org, "part", "b");
    expect(entity.pendingSince).toBeNull();
    expect(entity.derived).toEqual([
      {
        identifier: "gross",
        kind: "calculated",
        title,
        how: "properties.cost * (1 + properties.taxRate)",
        problem: null,
      },
      { identifier: "unitTitle", kind: "mirrored", title, how: "in → title", problem: null },
      { identifier: "unitTotal", kind: "mirrored", title, how: "in → properties.total", problem: null },
    ]);
  });

  test("nobody said them: no version is theirs, history and provenance are without them", async () => {
    await edit(org, "part", "b", { properties: { cost: 20 } });
    expect(await values(org, "unit", "u")).toMatchObject({ total: 170 });
    expect((await read(org, "unit", "u")).version).toBe(1);
    const versions =
      await database.owner`select v.version, v.document -> 'properties' as properties, v.document ->> 'owner' as owner
      from entity_versions v join entities e on e.org_id = v.org_id and e.id = v.entity_id
      where v.org_id = ${org.id} and e.blueprint = 'part' and e.identifier = 'b' order by 1`;
    expect([...versions].map((row) => ({ ...row }))).toEqual([
      { version: 1, properties: { cost: 10, taxRate: 0 }, owner: null },
      { version: 2, properties: { cost: 20, taxRate: 0 }, owner: null },
    ]);
    expect((await listVersions.call(org.as("viewer"), { blueprint: "unit", identifier: "u" })).items).toHaveLength(1);
    const provenance = await getProvenance.call(org.as("viewer"), { blueprint: "part", identifier: "b" });
    expect(provenance.fields.map(({ field }) => field)).not.toContain("properties.gross");
    expect(provenance.derived).toContainEqual(
      expect.objectContaining({ field: "properties.gross", kind: "calculated" }),
    );
    expect(provenance.derived).toContainEqual(expect.objectContaining({ field: "owner", kind: "inherited" }));
  });

  test("an edit of one is refused at its field, also one that says nothing, and nothing is saved", async () => {
    const refused = {
      code: "invalid",
      fields: [{ path: "properties.gross", message: expect.stringContaining("calculated") }],
    };
    await expect(edit(org, "part", "a", { properties: { gross: 1 } })).rejects.toMatchObject(refused);
    await expect(edit(org, "part", "a", { properties: { gross: null } })).rejects.toMatchObject(refused);
    const made = create(org, "part", "new", { properties: { gross: 1 } });
    await expect(made).rejects.toMatchObject(refused);
    expect(await values(org, "part", "a")).toMatchObject({ gross: 150 });
  });

  test("filters and rules read them like any other property", async () => {
    const { items } = await listEntities.call(org.as("viewer"), { blueprint: "part", query: "properties.gross > 100" });
    expect(items.map(({ identifier }) => identifier)).toEqual(["a"]);
  });

  test("an owner is inherited, listed and counted as the owner, named with where it is from, and gives way to one of its own", async () => {
    const entity = await read(org, "part", "a");
    expect(entity.owner).toMatchObject({ identifier: "fitters" });
    expect(entity.inheritedFrom).toMatchObject({ blueprint: "unit", identifier: "u", title: "First" });
    const owned = await listEntities.call(org.as("viewer"), { owner: ["group:fitters"] });
    expect(owned.items.map(({ identifier }) => identifier).sort()).toEqual(["a", "b", "u"]);
    const searched = async (text: string) =>
      (await listEntities.call(org.as("viewer"), { blueprint: "part", text })).items.map(
        ({ identifier }) => identifier,
      );
    expect(await searched("fitters")).toEqual(["a", "b"]);
    await edit(org, "unit", "u", { owner: "group:smiths" });
    expect((await read(org, "part", "a")).owner).toMatchObject({ identifier: "smiths" });
    expect(await searched("fitters")).toEqual([]);
    // Edited otherwise, it keeps whose it is.
    await edit(org, "part", "a", { description: "Still theirs" });
    expect(await searched("smiths")).toEqual(["a", "b"]);
    await edit(org, "part", "a", { owner: "group:own" });
    expect(await read(org, "part", "a")).toMatchObject({ owner: { identifier: "own" }, inheritedFrom: null });
    await edit(org, "part", "a", { owner: null });
    expect(await read(org, "part", "a")).toMatchObject({ owner: { identifier: "smiths" } });
    const [counted] =
      await database.owner`select sum(count)::int as count from entity_counts where org_id = ${org.id} and facet = 'owner' and value = 'group:smiths' and blueprint = 'part'`;
    expect(counted).toMatchObject({ count: 2 });
  });

  test("what is archived, restored, moved or deleted counts no more where it was", async () => {
    await archiveEntity.call(org.as("member"), { blueprint: "part", identifier: "a" });
    expect(await values(org, "unit", "u")).toMatchObject({ parts: 1, total: 20 });
    expect(await values(org, "part", "b")).toMatchObject({ unitTotal: 20 });
    await restoreEntity.call(org.as("member"), { blueprint: "part", identifier: "a" });
    expect(await values(org, "unit", "u")).toMatchObject({ parts: 2, total: 170, dear: 1 });
    await create(org, "unit", "second", { relations: relation("unit", "u") });
    await edit(org, "part", "a", { relations: relation("unit", "second") });
    expect(await values(org, "unit", "u")).toMatchObject({ parts: 1, total: 20 });
    expect(await values(org, "unit", "second")).toMatchObject({ parts: 1, total: 150 });
    expect(await values(org, "plant", "p")).toMatchObject({ everything: 120 });
    await deleteEntity.call(org.as("member"), { blueprint: "part", identifier: "a" });
    expect(await values(org, "unit", "second")).toMatchObject({ parts: 0, total: 0 });
    await deleteEntity.call(org.as("member"), { blueprint: "unit", identifier: "u" });
    expect(await read(org, "part", "b")).toMatchObject({
      owner: null,
      properties: { unitTitle: null, unitTotal: null },
    });
  });

  test("a relation that waited for its end is followed when the end arrives, also with an import", async () => {
    await store(org, [
      imported("part", "early", { properties: { cost: 7, taxRate: 0 }, relations: end("unit", "late") }),
    ]);
    expect(await values(org, "part", "early")).toMatchObject({ gross: 7, unitTotal: null });
    await store(org, [imported("unit", "late", { ownerRef: "group:late" })], "other");
    expect(await values(org, "unit", "late")).toMatchObject({ total: 7 });
    expect(await read(org, "part", "early")).toMatchObject({
      owner: { identifier: "late" },
      properties: { unitTotal: 7 },
    });
    // An import that says the same again, and one that says something else.
    await store(org, [
      imported("part", "early", { properties: { cost: 7, taxRate: 0 }, relations: end("unit", "late") }),
    ]);
    expect(await values(org, "part", "early")).toMatchObject({ gross: 7, unitTotal: 7 });
    await store(org, [imported("part", "early", { properties: { cost: 8 }, relations: [] })]);
    expect(await values(org, "part", "early")).toEqual({ cost: 8, gross: null, unitTitle: null, unitTotal: null });
    expect(await values(org, "unit", "late")).toMatchObject({ total: 0, parts: 0 });
  });

  test("what cannot be worked out says why", async () => {
    await store(org, [
      imported("part", "odd", { properties: { cost: "much", taxRate: 1 }, relations: end("unit", "late") }),
    ]);
    const entity = await read(org, "part", "odd");
    expect(entity.derived).toContainEqual(
      expect.objectContaining({ identifier: "gross", problem: expect.stringContaining("another type") }),
    );
    await deleteEntity.call(org.as("member"), { blueprint: "part", identifier: "odd" });
  });

  test("another organization has none of it", async () => {
    const other = await factory();
    await create(other, "unit", "u");
    expect(await values(other, "unit", "u")).toMatchObject({ parts: 0, total: 0 });
    await expect(getEntity.call(other.as("viewer"), { blueprint: "part", identifier: "b" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
