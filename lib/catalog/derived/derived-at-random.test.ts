import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, isLongRun, type TestDatabase, type TestOrg, testDatabase } from "#db/testing.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { deleteEntity } from "#lib/catalog/archive/delete-entity.ts";
import { restoreEntity } from "#lib/catalog/archive/restore-entity.ts";
import { create, end, factory, imported, relation, store, values, work } from "#lib/catalog/derived/testing.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

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
