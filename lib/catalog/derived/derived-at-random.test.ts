import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, isLongRun, type TestDatabase, type TestOrg, testDatabase } from "#db/testing.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { deleteEntity } from "#lib/catalog/archive/delete-entity.ts";
import { restoreEntity } from "#lib/catalog/archive/restore-entity.ts";
import { create, end, factory, imported, nodes, relation, store, values, work } from "#lib/catalog/derived/testing.ts";

const patience = isLongRun() ? 1_500_000 : 240_000;

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

// What is archived stays archived, whatever is imported of it.
async function apply(org: TestOrg, model: Model, step: Step): Promise<void> {
  if (step.do === "part") {
    const name = `part${step.name}`;
    const inUnit = step.in === null ? null : `unit${step.in}`;
    const properties = step.cost === null ? {} : { cost: step.cost, taxRate: 0 };
    await store(org, [imported("part", name, { properties, relations: inUnit === null ? [] : end("unit", inUnit) })]);
    model.parts.set(name, { cost: step.cost, in: inUnit });
    return;
  }
  if (step.do === "unit") {
    const name = `unit${step.name}`;
    const at = step.in === null ? null : step.in < 0 ? "plant" : `unit${step.in}`;
    const relations = at === null ? [] : end(at === "plant" ? "plant" : "unit", at);
    await store(org, [imported("unit", name, { ownerRef: `group:${name}`, relations })]);
    model.units.set(name, { in: at });
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

test(
  "after any writes, what is stored is what a naive reader works out",
  async () => {
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
  },
  patience,
);

type Thing = {
  kind: "area" | "node" | "leaf" | "mesh";
  owner: string | null;
  value: string | number | null;
  to: string[];
};
type Forest = { things: Map<string, Thing>; archived: Set<string> };
const kindOf = (name: string) => name.replace(/[0-9]/, "") as Thing["kind"];
const aThing = fc.constantFrom(
  ...["area0", ...[0, 1, 2, 3].flatMap((index) => [`node${index}`, `mesh${index}`]), "leaf0", "leaf1"],
);
const canPointAt = { area: [], node: ["node", "area"], leaf: ["leaf", "node"], mesh: ["mesh"] };
const aGrowth = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("write" as const),
      name: aThing,
      owner: fc.option(fc.constantFrom("group:p", "group:q"), { freq: 2 }),
      value: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 2 }),
      to: fc.uniqueArray(aThing, { maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("archive" as const, "restore" as const, "delete" as const),
      name: aThing,
    }),
  },
);
type Growth = typeof aGrowth extends fc.Arbitrary<infer T> ? T : never;

async function grow(org: TestOrg, { things, archived }: Forest, step: Growth): Promise<void> {
  const { name } = step;
  const blueprint = kindOf(name);
  const key = { blueprint, identifier: name };
  if (step.do === "write") {
    if (archived.has(name)) return;
    const allowed = step.to.filter((end) => (canPointAt[blueprint] as string[]).includes(kindOf(end)));
    const to = blueprint === "mesh" ? allowed : allowed.slice(0, 1);
    const value =
      step.value === null || blueprint === "leaf" ? null : blueprint === "mesh" ? step.value : `r${step.value}`;
    things.set(name, { kind: blueprint, owner: step.owner, value, to });
    const type = blueprint === "mesh" ? "uses" : "up";
    const properties = value === null ? {} : { [blueprint === "mesh" ? "level" : "region"]: value };
    const relations = to.map((end) => ({ type, blueprint: kindOf(end), identifier: end }));
    await store(org, [imported(blueprint, name, { ownerRef: step.owner, properties, relations })]);
  } else if (things.has(name) && (step.do === "archive") !== archived.has(name)) {
    if (step.do === "archive") {
      await archiveEntity.call(org.as("member"), key);
      archived.add(name);
    } else if (step.do === "restore") {
      await restoreEntity.call(org.as("member"), key);
      archived.delete(name);
    } else {
      await deleteEntity.call(org.as("member"), key);
      things.delete(name);
    }
  }
}

/** Every way without a repetition from one to the next that `says` something, each with its length; `isRound` when one comes back to where it was. */
function waysFrom(forest: Forest, start: string, says: (name: string) => unknown, goesOn: (thing: Thing) => boolean) {
  const ends: { name: string; length: number; says: unknown }[] = [];
  let comesBack = false;
  let meetsAgain = false;
  const go = (from: string, way: string[]) => {
    for (const name of forest.things.get(from)?.to ?? []) {
      const thing = forest.things.get(name);
      if (thing === undefined || forest.archived.has(name)) continue;
      comesBack ||= name === start;
      meetsAgain ||= way.includes(name);
      if (way.includes(name)) continue;
      const said = says(name);
      if (said !== null) ends.push({ name, length: way.length, says: said });
      else if (goesOn(thing)) go(name, [...way, name]);
    }
  };
  go(start, [start]);
  ends.sort((one, other) => one.length - other.length || (one.name < other.name ? -1 : 1));
  const isRound = ends.length === 0 && (forest.things.get(start)?.kind === "mesh" ? comesBack : meetsAgain);
  return { ends, isRound };
}

function ownerIn(forest: Forest, name: string): { owner: unknown; isRound: boolean } {
  const thing = forest.things.get(name);
  if (thing === undefined || thing.owner !== null || thing.kind === "area")
    return { owner: thing?.owner ?? null, isRound: false };
  const says = (end: string) =>
    kindOf(end) === thing.kind ? (forest.things.get(end)?.owner ?? null) : ownerIn(forest, end).owner;
  const { ends, isRound } = waysFrom(forest, name, says, ({ kind }) => kind === thing.kind);
  return { owner: ends[0]?.says ?? null, isRound };
}

function naiveForest(forest: Forest): Record<string, unknown> {
  const stated = (name: string) => forest.things.get(name)?.value ?? null;
  return Object.fromEntries(
    [...forest.things].map(([name, { kind, value }]) => {
      const { ends } = waysFrom(forest, name, stated, () => true);
      const nearest = ends[0]?.says ?? null;
      const all = [...new Set(ends.map(({ says }) => says as number))].sort();
      const derived = {
        area: {},
        node: { regionAbove: nearest, regionHere: value ?? nearest },
        leaf: { region: nearest },
        mesh: { levels: all.length === 0 ? null : all },
      }[kind];
      return [name, { ...ownerIn(forest, name), derived }];
    }),
  );
}

test(
  "after any writes, what goes along the own kind is what a naive walker finds",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aGrowth, { minLength: 12, maxLength: 40 }), async (steps) => {
        const org = await nodes();
        const forest: Forest = { things: new Map(), archived: new Set() };
        for (const step of steps) await grow(org, forest, step);
        const rows = await database.owner<
          { identifier: string; derived: Record<string, unknown>; owner: string | null; isRound: boolean }[]
        >`
        select identifier, derived, owner_ref as owner, coalesce(jsonb_exists(derived_problems, 'owner?'), false) as "isRound"
        from entities where org_id = ${org.id} and blueprint in ('area', 'node', 'leaf', 'mesh')`;
        const stored = Object.fromEntries(rows.map(({ identifier, ...row }) => [identifier, row]));
        expect(stored).toEqual(naiveForest(forest));
      }),
      { numRuns: isLongRun() ? 300 : 15, seed: 47 },
    );
  },
  patience,
);

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
