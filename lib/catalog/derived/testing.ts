import type { TestOrg } from "#db/testing.ts";
import { testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { workOutDerived } from "#lib/catalog/derived/work-out-derived.ts";
import { createEntity } from "#lib/catalog/entities/edits/create-entity.ts";
import { updateEntity } from "#lib/catalog/entities/edits/update-entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { makeEntity } from "#lib/catalog/entities/make-entity.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { eventsOf } from "#lib/kernel/events.ts";

export const title = "T";
export const number = (identifier: string) => ({ identifier, title, type: "number" as const });
export const kind = (identifier: string, definition: object) => ({
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

export async function factory(): Promise<TestOrg> {
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
export const work = (org: TestOrg, signal = new AbortController().signal) =>
  workOutDerived.run({ ctx: org.as("admin"), payload: {}, attempt: 1, signal });
export const relation = (blueprint: string, identifier: string) => ({ in: [{ blueprint, identifier }] });
export const create = (org: TestOrg, blueprint: string, identifier: string, more: object = {}) =>
  createEntity.call(org.as("member"), { blueprint, identifier, ...more });
export const edit = (org: TestOrg, blueprint: string, identifier: string, more: object) =>
  updateEntity.call(org.as("member"), { blueprint, identifier, ...more });
export const read = (org: TestOrg, blueprint: string, identifier: string) =>
  getEntity.call(org.as("viewer"), { blueprint, identifier });
export const values = async (org: TestOrg, blueprint: string, identifier: string) =>
  (await read(org, blueprint, identifier)).properties;
/** As an import: announced, in a transaction of its own. */
export const store = (org: TestOrg, entities: ImportedEntity[], location = "test") =>
  tenantTransaction({ orgId: org.id }, async (tx) => {
    const ctx = org.as("member");
    const { emit, flush } = eventsOf(ctx, tx);
    await upsertEntities({ ctx, tx, emit }, { source: { kind: "files", name: "test", location }, entities });
    await flush();
  });
export const imported = (blueprint: string, identifier: string, more: Partial<ImportedEntity> = {}) =>
  makeEntity({ blueprint, identifier, ...more });
export const end = (blueprint: string, identifier: string) => [{ type: "in", blueprint, identifier }];

const text = (identifier: string) => ({ identifier, title, type: "string" as const });
const upwards = [{ relation: "up" }];
const nearestRegion = {
  kind: "mirrored" as const,
  title,
  path: upwards,
  field: "properties.region",
  isAnyDepth: true,
};

/** Kinds that have values along their own kind: nodes under nodes or in an area, leaves under leaves or nodes, and a mesh that uses itself. */
export const levels = {
  area: { properties: [text("region")] },
  node: {
    properties: [text("region")],
    relations: [{ identifier: "up", title, targets: ["node", "area"] }],
    ownership: { type: "inherited" as const, path: upwards },
    derived: [
      { ...nearestRegion, identifier: "regionAbove" },
      { ...nearestRegion, identifier: "regionHere", isOwnFirst: true },
    ],
  },
  leaf: {
    relations: [{ identifier: "up", title, targets: ["leaf", "node"] }],
    ownership: { type: "inherited" as const, path: upwards },
    // Leaves cannot state a region themselves.
    derived: [{ ...nearestRegion, identifier: "region" }],
  },
  mesh: {
    properties: [number("level")],
    relations: [{ identifier: "uses", title, targets: ["mesh"], isMany: true }],
    ownership: { type: "inherited" as const, path: [{ relation: "uses" }] },
    derived: [
      {
        kind: "mirrored" as const,
        identifier: "levels",
        title,
        path: [{ relation: "uses" }],
        field: "properties.level",
        isAnyDepth: true,
      },
    ],
  },
};

export async function nodes(): Promise<TestOrg> {
  const org = await testOrg();
  for (const [identifier, definition] of Object.entries(levels))
    await createBlueprint.call(org.as("admin"), kind(identifier, definition));
  await work(org);
  return org;
}
export const up = (identifier: string) => ({ up: [{ blueprint: "node", identifier }] });
export const uses = (...identifiers: string[]) => ({
  uses: identifiers.map((identifier) => ({ blueprint: "mesh", identifier })),
});
