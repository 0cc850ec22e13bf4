import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createBlueprint } from "#lib/catalog/blueprints/create-blueprint.ts";
import { createEntity } from "#lib/catalog/entities/edits/create-entity.ts";
import { getEntity } from "#lib/catalog/entities/get-entity.ts";
import { askOwners } from "#lib/catalog/verification/ask-owners.ts";
import { listDueEntities } from "#lib/catalog/verification/list-due-entities.ts";
import { verifyEntities } from "#lib/catalog/verification/verify-entities.ts";
import { verifyEntity } from "#lib/catalog/verification/verify-entity.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
  const gadget = { identifier: "gadget", title: "Gadget", pluralTitle: "Gadgets" };
  await createBlueprint.call(org.as("admin"), { ...gadget, definition: { verificationDays: 30 } });
  const person = { blueprint: "user", identifier: "member", properties: { email: `member@${org.slug}.example` } };
  await createEntity.call(org.as("member"), person);
  for (const identifier of ["old", "new"])
    await createEntity.call(org.as("member"), { ...key(identifier), owner: "user:member" });
  await database.owner`update entities set created_at = now() - interval '31 days' where org_id = ${org.id} and identifier = 'old'`;
});
afterAll(closeTestDatabase);

function key(identifier: string) {
  return { blueprint: "gadget", identifier };
}
const due = async () => (await listDueEntities.call(org.as("viewer"), {})).items.map(({ identifier }) => identifier);
const ask = () =>
  askOwners.run({ ctx: org.as("admin"), payload: {}, attempt: 1, signal: new AbortController().signal });
const inbox = () =>
  database.owner`select title, occurrences from notifications where org_id = ${org.id} and kind = 'verification.due' and archived_at is null`;
const looks = () =>
  database.owner`select run_at > now() + interval '23 hours' as tomorrow from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'verification.ask' and j.payload ->> 'orgId' = ${org.id}`;

test("what nobody has confirmed for the period of its kind is due", async () => {
  expect(await due()).toEqual(["old"]);
  const soon = await listDueEntities.call(org.as("viewer"), { withinDays: 30, owner: "user:member" });
  expect(soon.items.map(({ identifier }) => identifier)).toEqual(["old", "new"]);
  expect(soon.total).toBe(2);
  const { verification } = await getEntity.call(org.as("viewer"), key("old"));
  expect(verification).toMatchObject({ verifiedAt: null, dueAt: expect.any(String) });
});

test("owners are asked once for each due date, and the next look is tomorrow", async () => {
  expect(await looks()).toMatchObject([{ tomorrow: false }]);
  await ask();
  expect(await inbox()).toMatchObject([{ title: "old should be confirmed", occurrences: 1 }]);
  await ask();
  expect(await inbox()).toMatchObject([{ occurrences: 1 }]);
  expect(await looks()).toMatchObject([{ tomorrow: true }]);
});

test("saying that it is still true starts the period anew, and is audited", async () => {
  const stale = verifyEntity.call(org.as("member"), { ...key("old"), expectedVersion: 7 });
  await expect(stale).rejects.toMatchObject({ code: "conflict" });
  await verifyEntity.call(org.as("member"), { ...key("old"), expectedVersion: 1 });
  expect(await due()).toEqual([]);
  const { verification, version } = await getEntity.call(org.as("viewer"), key("old"));
  expect(verification).toMatchObject({ verifiedBy: expect.stringContaining("member"), dueAt: expect.any(String) });
  expect(version).toBe(1);
  const audited =
    await database.owner`select subject_name from audit_entries where org_id = ${org.id} and operation = 'entity.verify'`;
  expect(audited).toMatchObject([{ subject_name: "gadget:old" }]);
  await database.owner`update entities set verified_at = now() - interval '31 days' where org_id = ${org.id} and identifier = 'old'`;
  await ask();
  expect(await inbox()).toMatchObject([{ occurrences: 2 }]);
});

test("many are confirmed at once, with one audit entry; without part being enough it is all or none", async () => {
  await database.owner`update entities set verified_at = now() - interval '31 days' where org_id = ${org.id} and blueprint = 'gadget'`;
  expect(await due()).toHaveLength(2);
  const entities = [key("old"), key("nowhere"), key("new")];
  const refused = verifyEntities.call(org.as("member"), { entities });
  await expect(refused).rejects.toMatchObject({ code: "not_found", fields: [{ path: "entities.1.identifier" }] });
  expect(await due()).toHaveLength(2);
  const done = await verifyEntities.call(org.as("member"), { entities, isPartial: true });
  expect(done).toMatchObject({ done: 2, refused: 1, problems: [{ path: "entities.1.identifier" }] });
  expect(await due()).toEqual([]);
  const { verification, version } = await getEntity.call(org.as("viewer"), key("new"));
  expect(verification).toMatchObject({ verifiedBy: expect.stringContaining("member"), askedAt: null });
  expect(version).toBe(1);
  const audited =
    await database.owner`select after from audit_entries where org_id = ${org.id} and operation = 'entity.verify-many'`;
  expect(audited).toMatchObject([{ after: { done: 2, refused: 1 } }]);
});

test("confirming many is refused without the permission and in another organization, and names what is wrong", async () => {
  const other = await testOrg(`many-${randomUUID().slice(0, 8)}`);
  const entities = [key("old")];
  await expect(verifyEntities.call(org.as("viewer"), { entities })).rejects.toMatchObject({ code: "forbidden" });
  await expect(verifyEntities.call(other.as("admin"), { entities })).rejects.toMatchObject({ code: "not_found" });
  for (const [given, path] of [
    [[], "entities"],
    [[key("old"), key("old")], "entities"],
    [[{ ...key("old"), identifier: "" }], "entities.0.identifier"],
  ] as const)
    await expect(verifyEntities.call(org.as("member"), { entities: [...given] })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path }],
    });
});

test("a viewer is refused, another organization has nothing of that name, and a bad field is named", async () => {
  const other = await testOrg(`other-${randomUUID().slice(0, 8)}`);
  await expect(verifyEntity.call(org.as("viewer"), key("old"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(verifyEntity.call(other.as("admin"), key("old"))).rejects.toMatchObject({ code: "not_found" });
  expect(await listDueEntities.call(other.as("admin"), {})).toEqual({ items: [], total: 0 });
  const bad = verifyEntity.call(org.as("member"), { ...key("old"), identifier: "" });
  await expect(bad).rejects.toMatchObject({ code: "invalid", fields: [{ path: "identifier" }] });
});
