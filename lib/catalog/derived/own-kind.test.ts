import { PgDatabase } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase } from "#db/testing.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { restoreEntity } from "#lib/catalog/archive/restore-entity.ts";
import { create, edit, imported, nodes, read, store, up, uses, values, work } from "#lib/catalog/derived/testing.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const ownerOf = async (org: TestOrg, identifier: string, blueprint = "node") =>
  (await read(org, blueprint, identifier)).owner?.identifier ?? null;
const pendingOf = (org: TestOrg) =>
  database.owner<
    { identifier: string }[]
  >`select distinct e.identifier from derived_pending p join entities e on e.org_id = p.org_id and e.id = p.entity_id where p.org_id = ${org.id}`;

/** A line of nodes, the first on top: `n0` ← `n1` ← … */
async function line(org: TestOrg, length: number, top: object): Promise<void> {
  const below = Array.from({ length: length - 1 }, (_, index) =>
    imported("node", `n${index + 1}`, { relations: [{ type: "up", blueprint: "node", identifier: `n${index}` }] }),
  );
  await create(org, "node", "n0", top);
  await store(org, below);
  await work(org);
}

describe("along relations to the same kind", () => {
  test("the nearest that states something counts, in the transaction of a change at the top", async () => {
    const org = await nodes();
    await line(org, 12, { owner: "group:top", properties: { region: "north" } });
    expect(await read(org, "node", "n11")).toMatchObject({
      owner: { identifier: "top" },
      inheritedFrom: { identifier: "n0" },
      properties: { regionAbove: "north", regionHere: "north" },
      pendingSince: null,
    });
    expect(await values(org, "node", "n0")).toEqual({ region: "north", regionAbove: null, regionHere: "north" });
    // In between somebody states something: what is below has it, and the rest keeps what it had.
    await edit(org, "node", "n5", { owner: "group:middle", properties: { region: "south" } });
    expect(await ownerOf(org, "n4")).toBe("top");
    expect(await ownerOf(org, "n6")).toBe("middle");
    expect(await values(org, "node", "n5")).toEqual({ region: "south", regionAbove: "north", regionHere: "south" });
    expect(await values(org, "node", "n11")).toEqual({ regionAbove: "south", regionHere: "south" });
    await edit(org, "node", "n0", { owner: "group:new", properties: { region: "east" } });
    expect(await pendingOf(org)).toHaveLength(0);
    expect(await ownerOf(org, "n4")).toBe("new");
    expect(await ownerOf(org, "n11")).toBe("middle");
    expect(await values(org, "node", "n4")).toMatchObject({ regionAbove: "east" });
    const { items } = await listEntities.call(org.as("viewer"), { blueprint: "node", owner: ["group:new"] });
    expect(items.map(({ identifier }) => identifier).sort()).toEqual(["n0", "n1", "n2", "n3", "n4"]);
    // The top states nothing any more, then the middle neither.
    await edit(org, "node", "n0", { owner: null, properties: { region: null } });
    expect(await ownerOf(org, "n4")).toBeNull();
    expect(await read(org, "node", "n4")).toMatchObject({ ownerProblem: null, inheritedFrom: null });
    expect(await values(org, "node", "n4")).toEqual({ regionAbove: null, regionHere: null });
    await edit(org, "node", "n5", { owner: null, properties: { region: null } });
    expect(await ownerOf(org, "n11")).toBeNull();
    expect((await read(org, "node", "n11")).derived.map(({ problem }) => problem)).toEqual([null, null]);
  });

  test("a subtree that moves, and what is put away or comes back in between, take everything below along", async () => {
    const org = await nodes();
    await create(org, "node", "a", { owner: "group:a", properties: { region: "a" } });
    await create(org, "node", "b", { owner: "group:b", properties: { region: "b" } });
    await create(org, "node", "root", { relations: up("a") });
    await create(org, "node", "child", { relations: up("root") });
    await create(org, "node", "leaf", { relations: up("child") });
    expect(await ownerOf(org, "leaf")).toBe("a");
    await edit(org, "node", "root", { relations: up("b") });
    expect(await ownerOf(org, "leaf")).toBe("b");
    expect(await values(org, "node", "leaf")).toMatchObject({ regionAbove: "b" });
    await archiveEntity.call(org.as("member"), { blueprint: "node", identifier: "child" });
    expect(await ownerOf(org, "leaf")).toBeNull();
    expect(await values(org, "node", "leaf")).toMatchObject({ regionAbove: null });
    await restoreEntity.call(org.as("member"), { blueprint: "node", identifier: "child" });
    expect(await ownerOf(org, "leaf")).toBe("b");
    await edit(org, "node", "child", { relations: { up: [] } });
    expect(await ownerOf(org, "leaf")).toBeNull();
  });

  test("of several parents the nearer one counts, then the first by name; where there may be many, all values do", async () => {
    const org = await nodes();
    await create(org, "mesh", "far", { owner: "group:far", properties: { level: 9 } });
    await create(org, "mesh", "z", { owner: "group:z", properties: { level: 1 } });
    await create(org, "mesh", "y", { owner: "group:y", properties: { level: 2 } });
    await create(org, "mesh", "way", { relations: uses("far") });
    await create(org, "mesh", "x", { relations: uses("way", "z", "y") });
    expect(await ownerOf(org, "x", "mesh")).toBe("y");
    // Each way ends at its nearest: two levels and the one behind `way`.
    expect(await values(org, "mesh", "x")).toEqual({ levels: [1, 2, 9] });
    await edit(org, "mesh", "way", { owner: "group:way", properties: { level: 5 } });
    expect(await ownerOf(org, "x", "mesh")).toBe("way");
    expect(await values(org, "mesh", "x")).toEqual({ levels: [1, 2, 5] });
    // Two ways to the same are no circle.
    await create(org, "mesh", "roof");
    await create(org, "mesh", "left", { relations: uses("roof") });
    await create(org, "mesh", "right", { relations: uses("roof") });
    await create(org, "mesh", "floor", { relations: uses("left", "right") });
    expect(await read(org, "mesh", "floor")).toMatchObject({ owner: null, ownerProblem: null });
  });

  test("a circle in the data ends, says so, and is forgotten when it is opened", async () => {
    const org = await nodes();
    await create(org, "node", "x");
    await create(org, "node", "y", { relations: up("x") });
    await create(org, "node", "z", { relations: up("y") });
    await create(org, "node", "below", { relations: up("z") });
    await edit(org, "node", "x", { relations: up("z") });
    for (const identifier of ["x", "y", "z", "below"]) {
      const entity = await read(org, "node", identifier);
      expect(entity).toMatchObject({
        owner: null,
        ownerProblem: expect.stringContaining("circle"),
        pendingSince: null,
      });
      expect(entity.derived.map(({ problem }) => problem)).toEqual([
        expect.stringMatching(/along up.*circle.*region/),
        expect.stringContaining("circle"),
      ]);
    }
    // Somebody in the circle states something: all have it, and nobody has a problem.
    await edit(org, "node", "y", { owner: "group:y", properties: { region: "r" } });
    for (const identifier of ["x", "y", "z", "below"]) {
      expect(await read(org, "node", identifier)).toMatchObject({ owner: { identifier: "y" }, ownerProblem: null });
      expect(await values(org, "node", identifier)).toMatchObject({ regionHere: "r" });
    }
    await edit(org, "node", "y", { owner: null, properties: { region: null } });
    expect((await read(org, "node", "below")).ownerProblem).not.toBeNull();
    await edit(org, "node", "x", { relations: { up: [] } });
    for (const identifier of ["x", "y", "z", "below"])
      expect(await read(org, "node", identifier)).toMatchObject({ owner: null, ownerProblem: null });
    expect((await read(org, "node", "below")).derived.map(({ problem }) => problem)).toEqual([null, null]);
    // Itself is the smallest circle.
    await edit(org, "node", "x", { relations: up("x") });
    expect((await read(org, "node", "x")).ownerProblem).toContain("circle");
    // Where it may point at many, whoever is part of the circle is told.
    await create(org, "mesh", "one");
    await create(org, "mesh", "two", { relations: uses("one") });
    await edit(org, "mesh", "one", { relations: uses("two") });
    expect((await read(org, "mesh", "one")).ownerProblem).toContain("circle");
  });

  test("a hundred steps are followed, and beyond that it says so", async () => {
    const org = await nodes();
    await line(org, 103, { owner: "group:top", properties: { region: "north" } });
    expect(await ownerOf(org, "n100")).toBe("top");
    expect(await values(org, "node", "n100")).toMatchObject({ regionAbove: "north" });
    const beyond = await read(org, "node", "n101");
    expect(beyond).toMatchObject({ owner: null, ownerProblem: expect.stringContaining("100 steps") });
    expect(beyond.derived[0]?.problem).toContain("100 steps");
  });

  test("another kind in between states it, or inherits along the same step", async () => {
    const org = await nodes();
    await create(org, "area", "land", { owner: "group:land", properties: { region: "west" } });
    await create(org, "node", "n", { relations: { up: [{ blueprint: "area", identifier: "land" }] } });
    await create(org, "leaf", "l1", { relations: up("n") });
    await create(org, "leaf", "l2", { relations: { up: [{ blueprint: "leaf", identifier: "l1" }] } });
    expect(await read(org, "leaf", "l2")).toMatchObject({
      owner: { identifier: "land" },
      properties: { region: "west" },
    });
    await edit(org, "node", "n", { properties: { region: "own" } });
    expect(await values(org, "leaf", "l2")).toEqual({ region: "own" });
    await edit(org, "area", "land", { owner: "group:other" });
    expect(await ownerOf(org, "l2", "leaf")).toBe("other");
    // What is mirrored is nobody's to enter, as before.
    await expect(edit(org, "leaf", "l1", { properties: { region: "x" } })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("ten thousand below one", () => {
  test("are not current from the transaction of the change on, and are worked out a few hundred at a time", async () => {
    const org = await nodes();
    await create(org, "node", "n0", { owner: "group:first", properties: { region: "one" } });
    await create(org, "node", "small", { owner: "group:small" });
    await create(org, "node", "only", { relations: up("small") });
    const below = Array.from({ length: 10_000 }, (_, index) =>
      imported("node", `n${index + 1}`, {
        relations: [{ type: "up", blueprint: "node", identifier: `n${Math.floor(index / 8)}` }],
      }),
    );
    await store(org, below);
    await work(org);
    const owners = async () =>
      [
        ...(await database.owner<{ owner: string | null; region: string | null; count: number }[]>`
        select owner_ref as owner, properties ->> 'regionAbove' as region, count(*)::int as count from entities
        where org_id = ${org.id} and identifier like 'n_%' and identifier <> 'n0' group by 1, 2`),
      ].map((row) => ({ ...row }));
    expect(await owners()).toEqual([{ owner: "group:first", region: "one", count: 10_000 }]);
    const statements = vi.spyOn(PgDatabase.prototype, "execute");
    await edit(org, "node", "small", { owner: "group:other" });
    const few = statements.mock.calls.length;
    statements.mockClear();
    await edit(org, "node", "n0", { owner: "group:second", properties: { region: "two" } });
    const many = statements.mock.calls.length;
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(few + 4);
    expect(await owners()).toEqual([{ owner: "group:first", region: "one", count: 10_000 }]);
    const waiting = (await pendingOf(org)).map(({ identifier }) => identifier);
    expect(waiting).toEqual(expect.arrayContaining(below.map(({ identifier }) => identifier)));
    expect((await read(org, "node", "n9999")).pendingSince).not.toBeNull();
    statements.mockClear();
    await work(org);
    expect(statements.mock.calls.length).toBeLessThan(25 * 25);
    statements.mockRestore();
    expect(await owners()).toEqual([{ owner: "group:second", region: "two", count: 10_000 }]);
    expect(await pendingOf(org)).toHaveLength(0);
    // What names its owner keeps it, and nothing below it is looked at.
    await edit(org, "node", "n1", { owner: "group:n1" });
    await work(org);
    const shielded = await database.owner`
      select 1 from entities where org_id = ${org.id} and owner_ref = 'group:n1'`;
    expect(shielded.length).toBeGreaterThan(1000);
  }, 240_000);
});
