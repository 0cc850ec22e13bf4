import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { updateBlueprint } from "#lib/catalog/blueprints/update-blueprint.ts";
import { dropOverride } from "#lib/catalog/entities/edits/drop-override.ts";
import { updateEntity } from "#lib/catalog/entities/edits/update-entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { getProvenance } from "#lib/catalog/entities/history/get-provenance.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import type { EntitySource, ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { testEntity } from "#lib/catalog/testing.ts";
import { type Context, makeContext } from "#lib/kernel/context.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  org = await testOrg();
});
afterAll(closeTestDatabase);

const yaml: EntitySource = { kind: "git", name: "pay repo", location: "https://git.example/pay" };
const other: EntitySource = { kind: "files", name: "inventory", location: "inventory.yaml" };
const key = { blueprint: "component", identifier: "pay" };

function store(source: EntitySource, parts: Partial<ImportedEntity> = {}) {
  return tenantTransaction({ orgId: org.id }, (tx) =>
    upsertEntities(
      { ctx: org.as("member"), tx, emit: async () => {} },
      { source, entities: [testEntity("pay", parts)] },
    ),
  );
}
const read = () => getEntity.call(org.as("viewer"), key);
const edit = (patch: object, ctx: Context = org.as("member")) => updateEntity.call(ctx, { ...key, ...patch });
const layers = () => database.owner`select document from entity_contributions where org_id = ${org.id}`;
const provenance = async () => {
  const { sources, fields } = await getProvenance.call(org.as("viewer"), key);
  const name = (id: string) => sources.find((source) => source.id === id)?.name;
  return Object.fromEntries(
    fields.map(({ field, value, sourceId, others }) => [
      field,
      [name(sourceId), value, ...others.map((said) => said.value)],
    ]),
  );
};

test("an entity with one source has no contributions, and every field is that source's", async () => {
  await store(yaml, { title: "Pay", tags: ["go"] });
  expect(await layers()).toHaveLength(0);
  expect(await provenance()).toEqual({ title: ["pay repo", "Pay"], tags: ["pay repo", ["go"]] });
});

test("an edit beside a file outlives its imports; what was not edited follows the file", async () => {
  await store(yaml, { title: "Pay", description: "From the file", properties: { tier: 1, team: "a" } });
  await edit({ title: "Payments", properties: { tier: 3 } });
  expect(await provenance()).toMatchObject({
    title: ["People", "Payments", "Pay"],
    "properties.tier": ["People", 3, 1],
    "properties.team": ["pay repo", "a"],
    description: ["pay repo", "From the file"],
  });
  const again = await store(yaml, { title: "Pay", description: "Newer", properties: { tier: 2, team: "a" } });
  expect([again.created, again.changed, again.unchanged]).toEqual([0, 1, 0]);
  expect(await read()).toMatchObject({
    title: "Payments",
    description: "Newer",
    properties: { tier: 3, team: "a" },
    source: { name: "pay repo" },
  });
  expect(await provenance()).toMatchObject({ "properties.tier": ["People", 3, 2] });
  const unchanged = await store(yaml, { title: "Pay", description: "Newer", properties: { tier: 2, team: "a" } });
  expect([unchanged.changed, unchanged.unchanged]).toEqual([0, 1]);
  // What the file changes under an override is kept, and changes nothing that anybody sees.
  const hidden = await store(yaml, { title: "Paying", description: "Newer", properties: { tier: 2, team: "a" } });
  expect([hidden.changed, hidden.unchanged]).toEqual([0, 1]);
  expect(await provenance()).toMatchObject({ title: ["People", "Payments", "Paying"] });
});

test("dropping an override goes back to the file, field by field, until nothing is left of it", async () => {
  await store(yaml, {
    title: "Pay",
    ownerRef: "group:a",
    relations: [{ type: "ownedBy", blueprint: "group", identifier: "a" }],
  });
  await edit({ title: "Payments", owner: "group:b" });
  expect(await read()).toMatchObject({ title: "Payments", owner: { identifier: "b" } });
  expect(await dropOverride.call(org.as("member"), { ...key, field: "title" })).toEqual({
    version: 3,
    isChanged: true,
  });
  expect(await read()).toMatchObject({ title: "Pay", owner: { identifier: "b" } });
  await dropOverride.call(org.as("member"), { ...key, field: "owner" });
  const entity = await read();
  expect([
    entity.owner?.identifier,
    entity.relations.flatMap(({ items }) => items.map(({ identifier }) => identifier)),
  ]).toEqual(["a", ["a"]]);
  expect(await layers()).toHaveLength(0);
  const [row] = await database.owner`select is_layered from entities where org_id = ${org.id}`;
  expect(row?.["is_layered"]).toBe(false);
  const same = {
    title: "Pay",
    ownerRef: "group:a",
    relations: [{ type: "ownedBy", blueprint: "group", identifier: "a" }],
  };
  expect(await store(yaml, same)).toMatchObject({ unchanged: 1 });
  const audited =
    await database.owner`select after from audit_entries where org_id = ${org.id} and operation = 'entity.drop-override'`;
  expect(audited.map((entry) => entry["after"])).toEqual([{ dropped: "title" }, { dropped: "owner" }]);
});

test("saying what the file says is no override", async () => {
  await store(yaml, { title: "Pay" });
  await edit({ title: "Payments" });
  await edit({ title: "Pay" });
  expect(await layers()).toHaveLength(0);
  await edit({ description: null, tags: [] });
  expect(await layers()).toHaveLength(0);
});

test("a title set back to the identifier is none, where nobody gave another", async () => {
  await store(yaml);
  await edit({ title: "Payments" });
  await edit({ title: "pay" });
  expect(await layers()).toHaveLength(0);
});

test("an override may say that there is nothing", async () => {
  await store(yaml, { description: "Wrong", tags: ["old"], properties: { gone: true } });
  await edit({ description: null, tags: [], properties: { gone: null } });
  expect(await read()).toMatchObject({ description: null, tags: [], properties: {} });
  await store(yaml, { description: "Wrong again", tags: ["old", "older"], properties: { gone: false } });
  expect(await read()).toMatchObject({ description: null, tags: [], properties: {} });
});

test("two files about one thing: maps key by key, lists and relations as a whole, the newer wins", async () => {
  const uses = (identifier: string) => ({ type: "dependsOn", blueprint: "component", identifier });
  await store(yaml, { title: "Pay", labels: { a: "1", b: "1" }, tags: ["go"], relations: [uses("x"), uses("y")] });
  await store(other, { description: "Counted", labels: { b: "2", c: "2" }, relations: [uses("z")] });
  const entity = await read();
  expect(entity).toMatchObject({
    title: "Pay",
    description: "Counted",
    labels: { a: "1", b: "2", c: "2" },
    tags: ["go"],
  });
  expect(entity.relations[0]?.items.map(({ identifier }) => identifier)).toEqual(["z"]);
  const { sources } = await getProvenance.call(org.as("viewer"), key);
  await dropOverride.call(org.as("member"), { ...key, sourceId: sources.find(({ name }) => name === "inventory")?.id });
  expect(await read()).toMatchObject({ description: null, labels: { a: "1", b: "1" }, source: { name: "pay repo" } });
  expect(await layers()).toHaveLength(0);
});

test("a program's edit weighs more than a file and less than a person, who is told when overruled", async () => {
  const program = makeContext({
    org: { id: org.id, slug: org.slug, name: "", timeZone: "UTC" },
    actor: { kind: "key", id: null, name: "sync" },
    role: "member",
    door: "rest",
  });
  await store(yaml, { title: "Pay" });
  expect(await edit({ title: "By hand" })).toMatchObject({ overruled: [] });
  expect(await edit({ title: "By program", lifecycle: "production" }, program)).toEqual({
    version: 3,
    isChanged: true,
    overruled: ["title"],
  });
  expect(await provenance()).toMatchObject({
    title: ["People", "By hand", "By program", "Pay"],
    lifecycle: ["sync", "production"],
  });
});

test("who said what since when comes from the history", async () => {
  await store(yaml, { title: "Pay", lifecycle: "production" });
  await edit({ title: "Payments" });
  const { fields } = await getProvenance.call(org.as("viewer"), key);
  const { items } = await listVersions.call(org.as("viewer"), key);
  const since = Object.fromEntries(fields.map((field) => [field.field, field.since]));
  expect(since).toEqual({ title: items[0]?.at, lifecycle: items[1]?.at });
});

test("an import that waits for an edit does not write over it", async () => {
  await store(yaml, { title: "Pay" });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const editing = tenantTransaction({ orgId: org.id }, async (tx) => {
    await updateEntity.call(org.as("member"), { ...key, title: "Payments" }, tx);
    await held;
  });
  const waits = async () => {
    for (;;) {
      const [row] =
        await database.owner`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      if (row?.["count"] > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const importing = store(yaml, { title: "Paying", lifecycle: "production" });
  await waits();
  release();
  await Promise.all([editing, importing]);
  expect(await read()).toMatchObject({ title: "Payments", lifecycle: "production" });
});

test("a viewer is refused, another organization has nothing to drop, and what is not there is said", async () => {
  await store(yaml);
  await expect(dropOverride.call(org.as("viewer"), key)).rejects.toMatchObject({ code: "forbidden" });
  await expect(dropOverride.call((await testOrg()).as("admin"), key)).rejects.toMatchObject({ code: "not_found" });
  await expect(dropOverride.call(org.as("member"), key)).rejects.toMatchObject({ code: "not_found" });
  const bad = dropOverride.call(org.as("member"), { ...key, sourceId: "x" });
  await expect(bad).rejects.toMatchObject({ code: "invalid", fields: [{ path: "sourceId" }] });
  const [source] = (await getProvenance.call(org.as("viewer"), key)).sources;
  await expect(dropOverride.call(org.as("member"), { ...key, sourceId: source?.id })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("what a changed kind converts is converted in what each source says too", async () => {
  const gadget = { identifier: "gadget", title: "Gadget", pluralTitle: "Gadgets" };
  const tier = { identifier: "tier", title: "Tier" };
  const allowsOthers = true;
  await createBlueprint.call(org.as("admin"), {
    ...gadget,
    definition: { allowsOthers, properties: [{ ...tier, type: "string" }] },
  });
  await store(yaml, { blueprint: "gadget", title: "Pay", properties: { tier: "1" } });
  await updateEntity.call(org.as("member"), { blueprint: "gadget", identifier: "pay", properties: { tier: "2" } });
  const definition = { allowsOthers, properties: [{ ...tier, type: "number" as const }] };
  await updateBlueprint.call(org.as("admin"), { ...gadget, definition, resolutions: [{ path: "properties.tier" }] });
  expect((await layers()).map((row) => row["document"].properties)).toEqual(
    expect.arrayContaining([{ tier: 1 }, { tier: 2 }]),
  );
  await dropOverride.call(org.as("member"), { blueprint: "gadget", identifier: "pay" });
  const [row] = await database.owner`select properties from entities where org_id = ${org.id}`;
  expect(row?.["properties"]).toEqual({ tier: 1 });
});
