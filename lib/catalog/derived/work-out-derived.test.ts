import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { deleteBlueprint } from "#lib/catalog/blueprints/delete-blueprint.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { closeJqPool } from "#lib/catalog/derived/jq/run-jq.ts";
import {
  create,
  edit,
  end,
  factory,
  imported,
  kind,
  number,
  read,
  relation,
  store,
  title,
  values,
  work,
} from "#lib/catalog/derived/testing.ts";
import { exportEntities } from "#lib/catalog/entities/lists/export-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import { listGroups } from "#lib/catalog/entities/lists/list-groups.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  closeJqPool();
  await closeTestDatabase();
});

const pending = (org: TestOrg) =>
  database.owner`select 1 from derived_pending where org_id = ${org.id} union all select 1 from derived_recomputations where org_id = ${org.id}`;

describe("wide circles", () => {
  test("of a hub are left to the worker, said to be not current until then, and survive a worker that dies", async () => {
    const org = await factory();
    await create(org, "unit", "hub", { title: "Before" });
    const many = Array.from({ length: 700 }, (_, index) =>
      imported("part", `m${index}`, { properties: { cost: 1, taxRate: 0 }, relations: end("unit", "hub") }),
    );
    await store(org, many);
    expect((await read(org, "part", "m7")).pendingSince).not.toBeNull();
    // The hub reads from what is not current.
    expect((await read(org, "unit", "hub")).pendingSince).not.toBeNull();
    // A worker that is told to stop after a step, then another one.
    const controller = new AbortController();
    const interrupted = work(org, controller.signal);
    setTimeout(() => controller.abort(), 150);
    await interrupted;
    await work(org);
    expect(await pending(org)).toHaveLength(0);
    expect(await values(org, "unit", "hub")).toEqual({ parts: 700, total: 700, dear: 0 });
    expect(await values(org, "part", "m7")).toMatchObject({ unitTitle: "Before", unitTotal: 700 });
    // One member changes: the hub is current at once, what mirrors it in 700 others is not.
    await edit(org, "part", "m7", { properties: { cost: 2 } });
    expect(await read(org, "unit", "hub")).toMatchObject({ properties: { total: 701 }, pendingSince: null });
    expect(await read(org, "part", "m9")).toMatchObject({
      properties: { unitTotal: 700 },
      pendingSince: expect.any(String),
    });
    const exported = { blueprint: "part", properties: ["unitTotal"], limit: 1 };
    const [first] = (await exportEntities.call(org.as("viewer"), exported)).items;
    expect(first).toMatchObject({ properties: { unitTotal: 700 }, pendingSince: expect.any(String) });
    // Lists say it as well, and whether the owner is among it.
    const rows = async () => {
      const { items } = await listEntities.call(org.as("viewer"), { blueprint: "part", limit: 1 });
      const { groups } = await listGroups.call(org.as("viewer"), { blueprint: "part", by: "lifecycle", perGroup: 1 });
      return [...items, ...(groups[0]?.items ?? [])];
    };
    const stale = { pendingSince: expect.any(String), isOwnerPending: true };
    expect(await rows()).toMatchObject([stale, stale]);
    const { items: units } = await listEntities.call(org.as("viewer"), { blueprint: "unit" });
    expect(units).toMatchObject([{ pendingSince: null, isOwnerPending: false }]);
    await work(org);
    const current = { pendingSince: null, isOwnerPending: false };
    expect(await rows()).toMatchObject([current, current]);
    expect(await read(org, "part", "m9")).toMatchObject({ properties: { unitTotal: 701 }, pendingSince: null });
    const [after] = (await exportEntities.call(org.as("viewer"), exported)).items;
    expect(after).toMatchObject({ properties: { unitTotal: 701 }, pendingSince: null });
  }, 120_000);

  test("are worked out once, however many workers are at it, and another kind's program does not slow them down", async () => {
    const org = await factory();
    const program = { kind: "calculated" as const, identifier: "name", title, type: "string" as const };
    const derived = [{ ...program, language: "jq" as const, expression: ".identifier" }];
    await createBlueprint.call(org.as("admin"), kind("crate", { derived }));
    await create(org, "unit", "hub", { title: "Before" });
    const many = Array.from({ length: 1500 }, (_, index) =>
      imported("part", `m${index}`, { properties: { cost: 1, taxRate: 0 }, relations: end("unit", "hub") }),
    );
    await store(org, many);
    await work(org);
    const told = async (change: string, workers: number) => {
      await database.owner`delete from outbox_events where org_id = ${org.id}`;
      await edit(org, "unit", "hub", { title: change });
      await Promise.all(Array.from({ length: workers }, () => work(org)));
      expect(await pending(org)).toHaveLength(0);
      expect(await values(org, "part", "m3")).toMatchObject({ unitTitle: change });
      const rows = await database.owner`
        select (payload ->> 'count')::integer as count from outbox_events
        where org_id = ${org.id} and topic = 'entity.changed' and subject_id = '*'`;
      return rows.map(({ count }) => Number(count)).sort((one, other) => other - one);
    };
    const alone = await told("Once", 1);
    expect(alone[0]).toBe(500);
    expect(await told("Again", 3)).toEqual(alone);
  }, 120_000);

  test("over circles of relations end", async () => {
    const org = await factory();
    await create(org, "plant", "p");
    await create(org, "unit", "x", { relations: relation("plant", "p") });
    await create(org, "unit", "y", { relations: relation("unit", "x") });
    await create(org, "unit", "z", { relations: relation("unit", "y") });
    await edit(org, "unit", "x", { relations: relation("unit", "z") });
    await create(org, "part", "a", { properties: { cost: 5, taxRate: 0 }, relations: relation("unit", "z") });
    expect(await values(org, "plant", "p")).toMatchObject({ everything: 0 });
    await edit(org, "unit", "x", { relations: relation("plant", "p") });
    expect(await values(org, "plant", "p")).toMatchObject({ everything: 5 });
  });
});

describe("a kind that changes", () => {
  test("has everything worked out anew with its progress, and what it does not derive any more is what sources say again", async () => {
    const org = await testOrg();
    const admin = org.as("admin");
    await createBlueprint.call(admin, kind("thing", { properties: [number("a")], allowsOthers: true }));
    await store(org, [imported("thing", "t", { properties: { a: 2, twice: "said by a file" } })]);
    const twice = {
      kind: "calculated" as const,
      identifier: "twice",
      title,
      type: "number" as const,
      expression: "properties.a * 2",
    };
    await updateBlueprint.call(
      admin,
      kind("thing", { properties: [number("a")], allowsOthers: true, derived: [twice] }),
    );
    expect((await read(org, "thing", "t")).pendingSince).not.toBeNull();
    expect((await getBlueprint.call(admin, { identifier: "thing" })).recomputation).toMatchObject({
      done: 0,
      total: 1,
    });
    await work(org);
    expect(await read(org, "thing", "t")).toMatchObject({ properties: { a: 2, twice: 4 }, pendingSince: null });
    expect((await getBlueprint.call(admin, { identifier: "thing" })).recomputation).toBeNull();
    await updateBlueprint.call(admin, kind("thing", { properties: [number("a")], allowsOthers: true }));
    await work(org);
    expect(await values(org, "thing", "t")).toEqual({ a: 2 });
    await store(org, [imported("thing", "t", { properties: { a: 2, twice: "said by a file" } })]);
    expect(await values(org, "thing", "t")).toEqual({ a: 2, twice: "said by a file" });
  });

  test("is not deleted while another kind derives over it", async () => {
    const org = await factory();
    const drop = { entities: "delete" as const, relations: "drop" as const };
    await expect(deleteBlueprint.call(org.as("admin"), { identifier: "unit", ...drop })).rejects.toMatchObject({
      code: "conflict",
      fields: expect.arrayContaining([{ path: "relations", message: expect.stringContaining("part") }]),
    });
  });
});

describe("jq", () => {
  const program = (expression: string) => ({
    kind: "calculated" as const,
    identifier: "slug",
    title,
    type: "string" as const,
    language: "jq" as const,
    expression,
  });

  test("is worked out by the worker from what is stated, type by type", async () => {
    const org = await testOrg();
    const derived = [program('.identifier + "-" + (.properties.a // 0 | tostring) + ([.relations.in[]?] | join("+"))')];
    const relations = [{ identifier: "in", title, targets: [], isMany: true }];
    await createBlueprint.call(org.as("admin"), kind("thing", { properties: [number("a")], relations, derived }));
    await create(org, "thing", "t", {
      properties: { a: 1 },
      relations: { in: [{ blueprint: "thing", identifier: "x" }] },
    });
    expect(await read(org, "thing", "t")).toMatchObject({ pendingSince: expect.any(String) });
    await work(org);
    expect(await read(org, "thing", "t")).toMatchObject({ properties: { slug: "t-1x" }, pendingSince: null });
  });

  test("that loops is stopped, says so, and keeps nobody else waiting", async () => {
    const org = await testOrg();
    const loop = program('if .identifier == "bad" then last(range(1e12)) | tostring else "fine" end');
    await createBlueprint.call(org.as("admin"), kind("thing", { derived: [loop] }));
    await create(org, "thing", "bad");
    await create(org, "thing", "good");
    await work(org);
    expect((await read(org, "thing", "good")).properties).toEqual({ slug: "fine" });
    const bad = await read(org, "thing", "bad");
    expect(bad.properties).toEqual({ slug: null });
    expect(bad.derived[0]?.problem).toMatch(/slug.*stopped because it ran longer/);
    expect(await pending(org)).toHaveLength(0);
  }, 60_000);
});
