import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { upsertEntities } from "#lib/catalog/entities/imports/upsert-entities.ts";
import type { ImportedEntity } from "#lib/catalog/entities/schema.ts";
import { testEntity } from "#lib/catalog/testing.ts";
import type { NewEvent } from "#lib/kernel/events.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const source = { kind: "paste", name: "test", location: "test" } as const;

async function upsert(org: Awaited<ReturnType<typeof testOrg>>, entities: ImportedEntity[]) {
  const events: NewEvent[] = [];
  const ctx = org.as("member");
  const result = await tenantTransaction({ orgId: org.id }, (tx) =>
    upsertEntities({ ctx, tx, emit: async (event) => void events.push(event) }, { source, entities }),
  );
  return { ...result, events };
}

test("a second import of the same writes nothing, a changed one gets a new version", async () => {
  const org = await testOrg();
  const first = await upsert(org, [testEntity("one"), testEntity("two", { tags: ["go"] })]);
  expect([first.created, first.changed, first.unchanged]).toEqual([2, 0, 0]);
  const rows = () =>
    database.owner`select id, xmin::text, version from entities where org_id = ${org.id} order by identifier`;
  const before = await rows();
  const again = await upsert(org, [testEntity("one"), testEntity("two", { tags: ["go"] })]);
  expect([again.created, again.changed, again.unchanged, again.events.length]).toEqual([0, 0, 2, 0]);
  expect(await rows()).toEqual(before);
  const changed = await upsert(org, [testEntity("one"), testEntity("two", { tags: ["rust"] })]);
  expect([changed.created, changed.changed, changed.unchanged]).toEqual([0, 1, 1]);
  expect((await rows()).map((row) => row["version"])).toEqual([1, 2]);
});

test("relations and owners that arrive later are joined up, and what waited for them is announced", async () => {
  const org = await testOrg();
  const first = await upsert(org, [
    testEntity("web", {
      ownerRef: "group:payments",
      relations: [{ type: "dependsOn", blueprint: "component", identifier: "api" }],
    }),
  ]);
  const relation = () => database.owner`select to_id from relations where org_id = ${org.id}`;
  expect((await relation())[0]?.["to_id"]).toBeNull();
  const second = await upsert(org, [testEntity("api"), testEntity("payments", { blueprint: "group" })]);
  expect((await relation())[0]?.["to_id"]).not.toBeNull();
  const [web] = await database.owner`select owner_id from entities where org_id = ${org.id} and identifier = 'web'`;
  expect(web?.["owner_id"]).not.toBeNull();
  expect(second.events.map((event) => event.subjectId)).toContain(first.entityIds[0]);
});

test("a kind that nobody knows is kept under a blueprint of its own, and another organization sees none of it", async () => {
  const [org, other] = [await testOrg(), await testOrg()];
  await upsert(org, [testEntity("thing", { blueprint: "gadget" })]);
  const seen = (orgId: string) => tenantTransaction({ orgId }, (tx) => tx.execute("select identifier from entities"));
  expect(await seen(org.id)).toHaveLength(1);
  expect(await seen(other.id)).toHaveLength(0);
});

test("a large import is known to the statistics before it is joined, also in an organization that they did not know", async () => {
  const many = (prefix: string) => Array.from({ length: 1000 }, (_, number) => testEntity(`${prefix}-${number}`));
  await upsert(await testOrg(), many("first"));
  const org = await testOrg();
  await upsert(org, many("second"));
  const [row] = await database.owner`
    select most_common_vals::text::text[] as orgs from pg_stats where schemaname = 'public' and tablename = 'entities' and attname = 'org_id'`;
  expect(row?.["orgs"]).toContain(org.id);
});
