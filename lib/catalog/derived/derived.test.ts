import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, isLongRun, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { deleteBlueprint } from "#lib/catalog/blueprints/delete-blueprint.ts";
import { getBlueprint } from "#lib/catalog/blueprints/get-blueprint.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { closeJqPool } from "#lib/catalog/derived/jq/run-jq.ts";
import { workOutDerived } from "#lib/catalog/derived/work-out-derived.ts";
import { archiveEntity } from "#lib/catalog/entities/archive-entity.ts";
import { createEntity } from "#lib/catalog/entities/create-entity.ts";
import { deleteEntity } from "#lib/catalog/entities/delete-entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { getProvenance } from "#lib/catalog/entities/get-provenance.ts";
import { listEntities } from "#lib/catalog/entities/list-entities.ts";
import { listVersions } from "#lib/catalog/entities/list-versions.ts";
import { makeEntity } from "#lib/catalog/entities/make-entity.ts";
import { restoreEntity } from "#lib/catalog/entities/restore-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { updateEntity } from "#lib/catalog/entities/update-entity.ts";
import { upsertEntities } from "#lib/catalog/entities/upsert-entities.ts";
import { eventsOf } from "#lib/kernel/events.ts";

let database: TestDatabase;
const title = "T";
const number = (identifier: string) => ({ identifier, title, type: "number" as const });
const kind = (identifier: string, definition: object) => ({
  identifier,
  title: identifier,
  pluralTitle: identifier,
  definition,
});
const incoming = [{ relation: "in", direction: "incoming" as const }];

/** Parts are in units, units in units or plants. A unit sums its parts, a plant everything below it. */
const part = {
  properties: [number("cost"), number("taxRate")],
  relations: [{ identifier: "in", title, targets: ["unit"] }],
  ownership: { type: "inherited", path: [{ relation: "in" }] },
  derived: [
    {
      kind: "calculated",
      identifier: "gross",
      title,
      type: "number",
      expression: "properties.cost * (1 + properties.taxRate)",
    },
    { kind: "mirrored", identifier: "unitTitle", title, path: [{ relation: "in" }], field: "title" },
    { kind: "mirrored", identifier: "unitTotal", title, path: [{ relation: "in" }], field: "properties.total" },
  ],
};
const unit = {
  properties: [],
  relations: [{ identifier: "in", title, targets: ["unit", "plant"] }],
  derived: [
    { kind: "aggregated", identifier: "parts", title, function: "count", path: [{ ...incoming[0], kinds: ["part"] }] },
    {
      kind: "aggregated",
      identifier: "total",
      title,
      function: "sum",
      property: "gross",
      path: [{ ...incoming[0], kinds: ["part"] }],
    },
    {
      kind: "aggregated",
      identifier: "dear",
      title,
      function: "count",
      path: [{ ...incoming[0], kinds: ["part"] }],
      filter: "properties.gross > 100",
    },
  ],
};
const plant = {
  derived: [
    {
      kind: "aggregated",
      identifier: "everything",
      title,
      function: "sum",
      property: "cost",
      path: incoming,
      isAnyDepth: true,
      filter: 'blueprint = "part"',
    },
    {
      kind: "aggregated",
      identifier: "median",
      title,
      function: "median",
      property: "cost",
      path: incoming,
      isAnyDepth: true,
      filter: 'blueprint = "part"',
    },
    {
      kind: "aggregated",
      identifier: "average",
      title,
      function: "average",
      property: "cost",
      path: incoming,
      isAnyDepth: true,
      filter: 'blueprint = "part"',
    },
  ],
};

async function factory(): Promise<TestOrg> {
  const org = await testOrg();
  const admin = org.as("admin");
  await createBlueprint.call(admin, kind("plant", {}));
  await createBlueprint.call(admin, kind("unit", { ...unit, derived: [] }));
  await createBlueprint.call(admin, kind("part", { ...part, derived: part.derived.slice(0, 2) }));
  await updateBlueprint.call(admin, kind("unit", unit));
  await updateBlueprint.call(admin, kind("part", part));
  await updateBlueprint.call(admin, kind("plant", plant));
  await work(org);
  return org;
}
const work = (org: TestOrg, signal = new AbortController().signal) =>
  workOutDerived.run({ ctx: org.as("admin"), payload: {}, attempt: 1, signal });
const relation = (blueprint: string, identifier: string) => ({ in: [{ blueprint, identifier }] });
const create = (org: TestOrg, blueprint: string, identifier: string, more: object = {}) =>
  createEntity.call(org.as("member"), { blueprint, identifier, ...more });
const edit = (org: TestOrg, blueprint: string, identifier: string, more: object) =>
  updateEntity.call(org.as("member"), { blueprint, identifier, ...more });
const read = (org: TestOrg, blueprint: string, identifier: string) =>
  getEntity.call(org.as("viewer"), { blueprint, identifier });
const values = async (org: TestOrg, blueprint: string, identifier: string) =>
  (await read(org, blueprint, identifier)).properties;
/** As an import: announced, in a transaction of its own. */
const store = (org: TestOrg, entities: ImportedEntity[], location = "test") =>
  tenantTransaction({ orgId: org.id }, async (tx) => {
    const ctx = org.as("member");
    const { emit, flush } = eventsOf(ctx, tx);
    await upsertEntities({ ctx, tx, emit }, { source: { kind: "files", name: "test", location }, entities });
    await flush();
  });
const imported = (blueprint: string, identifier: string, more: Partial<ImportedEntity> = {}) =>
  makeEntity({ blueprint, identifier, ...more });
const end = (blueprint: string, identifier: string) => [{ type: "in", blueprint, identifier }];
const pending = (org: TestOrg) =>
  database.owner`select 1 from derived_pending where org_id = ${org.id} union all select 1 from derived_recomputations where org_id = ${org.id}`;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  closeJqPool();
  await closeTestDatabase();
});

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
    await edit(org, "unit", "u", { owner: "group:smiths" });
    expect((await read(org, "part", "a")).owner).toMatchObject({ identifier: "smiths" });
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
    await work(org);
    expect(await read(org, "part", "m9")).toMatchObject({ properties: { unitTotal: 701 }, pendingSince: null });
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

// What a naive reader of the same catalog gets, entity by entity, from what is stated.
type Model = {
  parts: Map<string, { cost: number | null; in: string | null }>;
  units: Map<string, { in: string | null }>;
  archived: Set<string>;
};
type Step =
  | { do: "part"; name: number; cost: number | null; in: number | null }
  | { do: "unit"; name: number; in: number | null }
  | { do: "archive" | "restore" | "delete"; what: "part" | "unit"; name: number };

const aName = fc.integer({ min: 0, max: 3 });
const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("part" as const),
    name: aName,
    cost: fc.option(fc.integer({ min: 0, max: 50 })),
    in: fc.option(aName),
  }),
  fc.record({ do: fc.constant("unit" as const), name: aName, in: fc.option(fc.integer({ min: -1, max: 3 })) }),
  fc.record({
    do: fc.constantFrom("archive" as const, "restore" as const, "delete" as const),
    what: fc.constantFrom("part" as const, "unit" as const),
    name: aName,
  }),
);

async function apply(org: TestOrg, model: Model, step: Step): Promise<void> {
  if (step.do === "part") {
    const name = `part${step.name}`;
    const inUnit = step.in === null ? null : `unit${step.in}`;
    const properties = step.cost === null ? {} : { cost: step.cost, taxRate: 0 };
    await store(org, [imported("part", name, { properties, relations: inUnit === null ? [] : end("unit", inUnit) })]);
    model.parts.set(name, { cost: step.cost, in: inUnit });
    model.archived.delete(name);
    return;
  }
  if (step.do === "unit") {
    const name = `unit${step.name}`;
    const at = step.in === null ? null : step.in < 0 ? "plant" : `unit${step.in}`;
    const relations = at === null ? [] : end(at === "plant" ? "plant" : "unit", at);
    await store(org, [imported("unit", name, { ownerRef: `group:${name}`, relations })]);
    model.units.set(name, { in: at });
    model.archived.delete(name);
    return;
  }
  const identifier = `${step.what}${step.name}`;
  const known = step.what === "part" ? model.parts : model.units;
  if (!known.has(identifier) || (step.do === "archive") === model.archived.has(identifier)) return;
  const key = { blueprint: step.what, identifier };
  if (step.do === "archive") {
    await archiveEntity.call(org.as("member"), key);
    model.archived.add(identifier);
  } else if (step.do === "restore") {
    if (!model.archived.has(identifier)) return;
    await restoreEntity.call(org.as("member"), key);
    model.archived.delete(identifier);
  } else {
    await deleteEntity.call(org.as("member"), key);
    known.delete(identifier);
    model.archived.delete(identifier);
  }
}

function naive(model: Model): Record<string, unknown> {
  const isThere = (name: string) => !model.archived.has(name);
  const result: Record<string, unknown> = {};
  const partsOf = (unitName: string) =>
    [...model.parts].filter(([name, { in: at }]) => at === unitName && isThere(name));
  const total = (name: string) => partsOf(name).reduce((sum, [, { cost }]) => sum + (cost ?? 0), 0);
  const below = new Set<string>();
  const waiting = ["plant"];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const [name, { in: parent }] of model.units)
      if (parent === at && isThere(name) && !below.has(name)) {
        below.add(name);
        waiting.push(name);
      }
  const costs = [...below].flatMap(partsOf).flatMap(([, { cost }]) => (cost === null ? [] : [cost]));
  result["plant"] = { everything: costs.reduce((sum, cost) => sum + cost, 0) };
  for (const name of model.units.keys())
    result[name] = { parts: partsOf(name).length, total: total(name), owner: `group:${name}` };
  for (const [name, { in: at }] of model.parts) {
    const there = at !== null && model.units.has(at) && isThere(at);
    result[name] = { unitTotal: there ? total(at) : null, owner: there ? `group:${at}` : null };
  }
  return result;
}

test("after any writes, what is stored is what a naive reader works out", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 14 }), async (steps) => {
      const org = await factory();
      await create(org, "plant", "plant");
      const model: Model = { parts: new Map(), units: new Map(), archived: new Set() };
      for (const step of steps) await apply(org, model, step);
      const rows = await database.owner<
        { identifier: string; properties: Record<string, unknown>; owner_ref: string | null; blueprint: string }[]
      >`
        select identifier, blueprint, properties, owner_ref from entities where org_id = ${org.id} and blueprint in ('plant', 'unit', 'part')`;
      const stored = Object.fromEntries(
        rows.map(({ identifier, blueprint, properties: p, owner_ref: owner }) => [
          identifier,
          blueprint === "plant"
            ? { everything: p["everything"] }
            : blueprint === "unit"
              ? { parts: p["parts"], total: p["total"], owner }
              : { unitTotal: p["unitTotal"], owner },
        ]),
      );
      expect(stored).toEqual(naive(model));
    }),
    { numRuns: isLongRun() ? 60 : 6, seed: 4 },
  );
}, 240_000);

test("two that write at the same moment both count", async () => {
  const org = await factory();
  await create(org, "unit", "u");
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      create(org, "part", `c${index}-${randomUUID()}`, {
        properties: { cost: 1, taxRate: 0 },
        relations: relation("unit", "u"),
      }),
    ),
  );
  await work(org);
  expect(await values(org, "unit", "u")).toMatchObject({ parts: 8, total: 8 });
});
