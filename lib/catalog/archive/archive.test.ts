import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { archiveEntities } from "#lib/catalog/archive/archive-entities.ts";
import { archiveEntity } from "#lib/catalog/archive/archive-entity.ts";
import { deleteEntities } from "#lib/catalog/archive/delete-entities.ts";
import { listArchivedEntities } from "#lib/catalog/archive/list-archived-entities.ts";
import { restoreEntities } from "#lib/catalog/archive/restore-entities.ts";
import { restoreEntity } from "#lib/catalog/archive/restore-entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { listVersions } from "#lib/catalog/entities/history/list-versions.ts";
import { importEntities } from "#lib/catalog/entities/imports/import-entities.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import { listEntities } from "#lib/catalog/entities/lists/list-entities.ts";
import type { EntitySource } from "#lib/catalog/entities/schema.ts";
import { testEntity } from "#lib/catalog/testing.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const key = (identifier: string) => ({ blueprint: "component", identifier });
const source = { name: "inventory", location: "inventory" };
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
const store = (identifiers: string[], title = "As read") =>
  importEntities.call(org.as("member"), { source, entities: identifiers.map((name) => testEntity(name, { title })) });
const archivedNames = async (text = "") =>
  (await listArchivedEntities.call(org.as("viewer"), { text })).items.map(({ identifier }) => identifier).sort();
const audited = (operation: string) =>
  database.owner<{ after: { done: number; refused: number } }[]>`
    select after from audit_entries where org_id = ${org.id} and operation = ${operation}`;

test("what is archived stays archived when an import names it, keeps what was read, and comes back with it", async () => {
  await store(["stays"]);
  await archiveEntity.call(org.as("member"), { ...key("stays"), reason: "replaced by another" });
  const again = await store(["stays", "beside"], "Read later");
  expect(again).toMatchObject({ created: 1, changed: 1, archived: ["component:stays"] });
  await expect(getEntity.call(org.as("viewer"), key("stays"))).rejects.toMatchObject({ code: "not_found" });
  const found = await getEntity.call(org.as("viewer"), { ...key("stays"), archived: "include" });
  expect(found).toMatchObject({
    title: "Read later",
    archive: { reason: "replaced by another", at: expect.any(String) },
  });
  expect((await listVersions.call(org.as("viewer"), key("stays"))).items).toHaveLength(2);
  expect(await archivedNames("stays")).toEqual(["stays"]);
  expect((await store(["stays"], "Read later")).unchanged).toBe(1);
  await restoreEntity.call(org.as("member"), key("stays"));
  expect(await getEntity.call(org.as("viewer"), key("stays"))).toMatchObject({ title: "Read later", archive: null });
  expect(await archivedNames("stays")).toEqual([]);
});

test("an action brings back what it makes", async () => {
  await store(["remade"]);
  await archiveEntity.call(org.as("member"), key("remade"));
  const action: EntitySource = { kind: "action", name: "create", location: "create" };
  await tenantTransaction({ orgId: org.id }, (tx) =>
    upsertEntities(
      { ctx: org.as("member"), tx, emit: async () => {} },
      { source: action, entities: [testEntity("remade", { title: "New" })] },
    ),
  );
  expect(await getEntity.call(org.as("viewer"), key("remade"))).toMatchObject({ archive: null });
});

test("many are archived, listed page by page, restored and deleted; what is not there is named, and all else is done", async () => {
  const wanted = names("many", 5);
  await store(wanted);
  const entities = [...wanted, "no-such"].map(key);
  const refused = archiveEntities.call(org.as("member"), { entities });
  await expect(refused).rejects.toMatchObject({ code: "not_found", fields: [{ path: "entities.5.identifier" }] });
  expect(await archivedNames("many")).toEqual([]);
  const done = await archiveEntities.call(org.as("member"), { entities, isPartial: true, reason: "old" });
  expect(done).toMatchObject({ done: 5, refused: 1, problems: [{ path: "entities.5.identifier" }] });
  expect(await audited("entity.archive-many")).toMatchObject([{ after: { done: 5, refused: 1 } }]);
  const first = await listArchivedEntities.call(org.as("viewer"), { text: "many", limit: 2 });
  expect(first).toMatchObject({ total: 5, before: 0, previousCursor: null });
  expect(first.items[0]).toMatchObject({ reason: "old", archivedBy: expect.any(String) });
  const second = await listArchivedEntities.call(org.as("viewer"), {
    text: "many",
    limit: 2,
    cursor: first.nextCursor ?? "",
  });
  const seen = [...first.items, ...second.items].map(({ identifier }) => identifier);
  expect(new Set(seen).size).toBe(4);
  expect(await listArchivedEntities.call(org.as("viewer"), { text: "many", blueprint: "system" })).toMatchObject({
    total: 0,
  });
  await restoreEntities.call(org.as("member"), { entities: wanted.slice(0, 3).map(key) });
  expect(await archivedNames("many")).toEqual(["many-3", "many-4"]);
  const gone = await deleteEntities.call(org.as("member"), { entities, isPartial: true });
  expect(gone).toMatchObject({ done: 5, refused: 1 });
  expect(await archivedNames("many")).toEqual([]);
  expect((await listEntities.call(org.as("viewer"), { text: "many" })).total).toBe(0);
  const [entry] = await database.owner<{ before: { entities: { name: string }[] } }[]>`
    select before from audit_entries where org_id = ${org.id} and operation = 'entity.delete-many'`;
  expect(entry?.before.entities.map(({ name }) => name).sort()).toEqual(wanted.map((name) => `component:${name}`));
});

test("a viewer is refused, another organization has nothing of that name, and a bad field is named", async () => {
  await store(["safe"]);
  const other = await testOrg(`other-${randomUUID().slice(0, 8)}`);
  const entities = [key("safe")];
  for (const many of [archiveEntities, restoreEntities, deleteEntities]) {
    await expect(many.call(org.as("viewer"), { entities })).rejects.toMatchObject({ code: "forbidden" });
    await expect(many.call(other.as("admin"), { entities })).rejects.toMatchObject({ code: "not_found" });
    await expect(many.call(org.as("member"), { entities: [] })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "entities" }],
    });
    await expect(many.call(org.as("member"), { entities: [...entities, ...entities] })).rejects.toMatchObject({
      fields: [{ path: "entities" }],
    });
  }
  await archiveEntity.call(org.as("member"), key("safe"));
  expect((await listArchivedEntities.call(other.as("admin"), {})).items).toEqual([]);
});
