import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { storeEntities, testEntity } from "#lib/catalog/testing.ts";
import { checkView } from "#lib/catalog/views/check-view.ts";
import { countViews, keptMs } from "#lib/catalog/views/count-views.ts";
import { createView } from "#lib/catalog/views/create-view.ts";
import { deleteView } from "#lib/catalog/views/delete-view.ts";
import { listViews } from "#lib/catalog/views/list-views.ts";
import { restoreView } from "#lib/catalog/views/restore-view.ts";
import { updateView } from "#lib/catalog/views/update-view.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";
import { addTeamMembers } from "#lib/identity/teams/add-team-members.ts";
import { createTeam } from "#lib/identity/teams/create-team.ts";
import type { Context } from "#lib/kernel/context.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  org = await testOrg();
});
afterAll(closeTestDatabase);

const state = { blueprint: "component", type: ["service"], sort: "owner" as const, group: "lifecycle" };
const namesFor = async (ctx: Context) => (await listViews.call(ctx, {})).items.map((view) => view.name);
const teamWith = async (name: string, people: Context[], parentId: string | null = null) => {
  const { id } = await createTeam.call(org.as("admin"), { name, parentId });
  if (people.length > 0)
    await addTeamMembers.call(org.as("admin"), { id, personIds: people.map((ctx) => ctx.actor.personId ?? "") });
  return id;
};

test("a view keeps the state of a list under a name, and is audited", async () => {
  const { id } = await createView.call(org.as("viewer"), { name: "Services by lifecycle", state });
  const { items } = await listViews.call(org.as("viewer"), {});
  expect(items).toMatchObject([
    {
      id,
      name: "Services by lifecycle",
      audience: "mine",
      blueprint: "component",
      state,
      isDefault: false,
      mayChange: true,
    },
  ]);
  await updateView.call(org.as("viewer"), { id, name: "Services", state: { ...state, tag: [] } });
  expect((await listViews.call(org.as("viewer"), {})).items[0]).toMatchObject({ name: "Services", state });
  await deleteView.call(org.as("viewer"), { id });
  expect(await namesFor(org.as("viewer"))).toEqual([]);
  const audited = await database.owner`
    select operation, subject_name from audit_entries where org_id = ${org.id} and subject_kind = 'view' order by at`;
  expect(audited.map((row) => [row["operation"], row["subject_name"]])).toEqual([
    ["view.create", "Services by lifecycle"],
    ["view.update", "Services"],
    ["view.delete", "Services"],
  ]);
});

test("a person's views are theirs, a team's are its people's, the organization's are everybody's", async () => {
  const child = await teamWith("Ledger", [org.as("member"), org.as("viewer")], await teamWith("Payments", []));
  const parent = (await listViews.call(org.as("viewer"), {})).teams.find((team) => team.name === "Payments")?.id ?? "";
  await createView.call(org.as("viewer"), { name: "mine", state });
  await createView.call(org.as("member"), { name: "of Ledger", audience: "team", teamId: child, state });
  await createView.call(org.as("member"), { name: "of Payments", audience: "team", teamId: parent, state });
  await createView.call(org.as("admin"), { name: "everybody's", audience: "org", state });
  expect(await namesFor(org.as("viewer"))).toEqual(["mine", "of Ledger", "of Payments", "everybody's"]);
  expect(await namesFor(org.as("member"))).toEqual(["of Ledger", "of Payments", "everybody's"]);
  const changeable = async (ctx: Context) => (await listViews.call(ctx, {})).items.map((view) => view.mayChange);
  expect(await changeable(org.as("viewer"))).toEqual([true, false, false, false]);
  expect(await changeable(org.as("member"))).toEqual([true, true, false]);
  expect(await changeable(org.as("admin"))).toEqual([true]);
  // A key acts for no person: it sees what everybody sees and keeps nothing for its creator.
  const ctx = org.as("viewer");
  const asKey = { ...ctx, actor: { ...ctx.actor, kind: "key" as const, personId: undefined } };
  expect(await namesFor(asKey)).toEqual(["everybody's"]);
  await expect(createView.call(asKey, { name: "x", state })).rejects.toMatchObject({ code: "forbidden" });
});

test("who may not is refused: another person, another team, everybody's without being an admin, another organization", async () => {
  const team = await teamWith("Payments", [org.as("member")]);
  const foreign = await teamWith("Ledger", []);
  const { id: mine } = await createView.call(org.as("member"), { name: "mine", state });
  const { id: ofTeam } = await createView.call(org.as("member"), {
    name: "team's",
    audience: "team",
    teamId: team,
    state,
  });
  const { id: ofAll } = await createView.call(org.as("admin"), { name: "all", audience: "org", state });
  const other = await testOrg();
  for (const ctx of [org.as("viewer"), org.as("admin"), other.as("admin")])
    await expect(updateView.call(ctx, { id: mine, name: "theirs" })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteView.call(org.as("viewer"), { id: ofTeam })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteView.call(other.as("admin"), { id: ofAll })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteView.call(org.as("member"), { id: ofAll })).rejects.toMatchObject({ code: "forbidden" });
  await expect(updateView.call(org.as("member"), { id: mine, audience: "org" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(
    createView.call(org.as("member"), { name: "x", audience: "team", teamId: foreign, state }),
  ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "teamId" }] });
  await expect(createView.call(org.as("viewer"), { name: "x", audience: "org", state })).rejects.toMatchObject({
    code: "forbidden",
  });
  const nobody = { ...org.as("viewer"), can: () => false };
  await expect(createView.call(nobody, { name: "x", state })).rejects.toMatchObject({ code: "forbidden" });
  expect(await namesFor(other.as("admin"))).toEqual([]);
});

test("one view of a kind is the default, and the next one takes its place", async () => {
  const ask = { state, isDefault: true };
  const { id: first } = await createView.call(org.as("viewer"), { name: "first", ...ask });
  await createView.call(org.as("viewer"), { name: "second", ...ask });
  await createView.call(org.as("viewer"), { name: "of another kind", state: { blueprint: "api" }, isDefault: true });
  await createView.call(org.as("admin"), { name: "everybody's", audience: "org", ...ask });
  const defaults = async () =>
    (await listViews.call(org.as("viewer"), {})).items.filter((view) => view.isDefault).map((view) => view.name);
  expect(await defaults()).toEqual(["of another kind", "second", "everybody's"]);
  await updateView.call(org.as("viewer"), { id: first, isDefault: true });
  expect(await defaults()).toEqual(["first", "of another kind", "everybody's"]);
});

test("bad input names its field, and a taken name is a conflict", async () => {
  await createView.call(org.as("member"), { name: "Taken", state });
  const create = (input: Partial<Parameters<typeof createView.call>[1]>) =>
    createView.call(org.as("member"), { name: "x", state, ...input });
  await expect(create({ name: "taken" })).rejects.toMatchObject({ code: "conflict", fields: [{ path: "name" }] });
  await expect(create({ name: " " })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "name" }] });
  await expect(create({ audience: "team" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "teamId" }] });
  await expect(create({ state: { query: "tier = " } })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "state.query" }],
  });
  await expect(create({ state: { cursor: "x" } as never })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "state" }],
  });
  await createView.call(org.as("admin"), { name: "Taken", state });
});

test("views go with the person or the team that they belong to", async () => {
  const team = await teamWith("Payments", [org.as("member")]);
  await createView.call(org.as("member"), { name: "mine", state });
  await createView.call(org.as("member"), { name: "team's", audience: "team", teamId: team, state });
  await removeMember.call(org.as("admin"), { personId: org.as("member").actor.personId ?? "" });
  const kept = await database.owner`select name from saved_views where org_id = ${org.id}`;
  expect(kept.map((row) => row["name"])).toEqual(["team's"]);
});

test("a deleted view is brought back as it was, by whoever may change it, and its name may be used meanwhile", async () => {
  const made = await createView.call(org.as("member"), { name: "Services", state, isDefault: true });
  await deleteView.call(org.as("member"), made);
  expect(await namesFor(org.as("member"))).toEqual([]);
  await expect(updateView.call(org.as("member"), { id: made.id, name: "x" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(deleteView.call(org.as("member"), made)).rejects.toMatchObject({ code: "not_found" });
  const other = await testOrg();
  for (const ctx of [org.as("viewer"), org.as("admin"), other.as("admin")])
    await expect(restoreView.call(ctx, made)).rejects.toMatchObject({ code: "not_found" });
  const taken = await createView.call(org.as("member"), { name: "services", state });
  await expect(restoreView.call(org.as("member"), made)).rejects.toMatchObject({ code: "conflict" });
  await deleteView.call(org.as("member"), taken);
  await restoreView.call(org.as("member"), made);
  const { items } = await listViews.call(org.as("member"), {});
  expect(items).toMatchObject([{ id: made.id, name: "Services", state, isDefault: true, audience: "mine" }]);
  await expect(restoreView.call(org.as("member"), made)).rejects.toMatchObject({ code: "not_found" });
  await expect(restoreView.call(org.as("member"), { id: "x" })).rejects.toMatchObject({ fields: [{ path: "id" }] });
  const nobody = { ...org.as("member"), can: () => false };
  await expect(restoreView.call(nobody, made)).rejects.toMatchObject({ code: "forbidden" });
  const audited = await database.owner`
    select operation from audit_entries where org_id = ${org.id} and subject_id = ${made.id} order by at`;
  expect(audited.map((row) => row["operation"])).toEqual(["view.create", "view.delete", "view.restore"]);
});

test("a view for everybody comes back for admins alone, and what was deleted long ago not at all", async () => {
  const made = await createView.call(org.as("admin"), { name: "all", audience: "org", state });
  await deleteView.call(org.as("admin"), made);
  await expect(restoreView.call(org.as("member"), made)).rejects.toMatchObject({ code: "forbidden" });
  await database.owner`update saved_views set deleted_at = now() - interval '31 days' where id = ${made.id}`;
  await deleteView.call(org.as("admin"), await createView.call(org.as("admin"), { name: "next", state }));
  await expect(restoreView.call(org.as("admin"), made)).rejects.toMatchObject({ code: "not_found" });
});

test("what a view asks for that is gone is said, at its characters", async () => {
  const ctx = org.as("viewer");
  await storeEntities(org, [testEntity("one", { properties: { tier: 1 } })]);
  const check = async (asked: Parameters<typeof checkView.call>[1]) => (await checkView.call(ctx, asked)).problems;
  expect(await check({ blueprint: "component", query: "properties.tier = 1", group: "properties.tier" })).toEqual([]);
  expect(await check({ query: 'owner = "group:a" and tags contains "x"', group: "owner" })).toEqual([]);
  expect(await check({})).toEqual([]);
  const text = 'type = "service" and properties.gone.name = 1 and properties["also gone"] exists';
  expect(await check({ blueprint: "component", query: text, group: "properties.lost" })).toMatchObject([
    { part: "query", offset: text.indexOf("properties.gone"), end: text.indexOf(".name") },
    { part: "query", offset: text.indexOf('properties["also'), end: text.indexOf(" exists") },
    { part: "group", message: "No component has a property lost to be grouped by." },
  ]);
  expect(
    await check({
      blueprint: "component",
      columns: [
        "owner",
        "level",
        "properties.tier",
        "relations.dependsOn",
        "properties.lost",
        "relations.lost",
        "shade",
      ],
      query: "count(incoming lostToo) > 0 and resolved(deploys)",
      type: ["service"],
      owner: ["none", "group:gone"],
    }),
  ).toMatchObject([
    { part: "query", message: expect.stringContaining("a relation lostToo"), offset: 0, end: 23 },
    { part: "columns", value: "properties.lost", message: "No component has a property lost to be shown." },
    { part: "columns", value: "relations.lost", message: "No component has a relation lost to be shown." },
    { part: "columns", value: "shade", message: "There is no column shade." },
    { part: "type", value: "service", message: "No component is of the type service any more." },
    { part: "owner", value: "group:gone" },
  ]);
  await storeEntities(org, [
    testEntity("two", {
      type: "service",
      tags: ["go"],
      relations: [{ type: "lostToo", blueprint: "api", identifier: "x" }],
    }),
  ]);
  const found = {
    query: "count(incoming lostToo) > 0",
    columns: ["relations.lostToo"],
    type: ["service"],
    tag: ["go"],
  };
  expect(await check({ blueprint: "component", ...found })).toEqual([]);
  expect(await check({ blueprint: "api", ...found })).toMatchObject([{ part: "type" }, { part: "tag" }]);
  // Another kind has it, this one has not.
  expect(await check({ blueprint: "api", query: "properties.tier = 1" })).toMatchObject([{ part: "query" }]);
  expect(await check({ query: "properties.tier = 1" })).toEqual([]);
  expect(await check({ blueprint: "gone", query: "x =" })).toMatchObject([{ part: "blueprint" }]);
  expect(await check({ blueprint: "component", query: "type = = 1" })).toMatchObject([{ part: "query", offset: 7 }]);
  const other = await testOrg();
  expect((await checkView.call(other.as("viewer"), { query: "properties.tier = 1" })).problems).toHaveLength(1);
  await expect(checkView.call({ ...ctx, can: () => false }, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(check({ columns: Array.from({ length: 41 }, () => "owner") })).rejects.toMatchObject({
    fields: [{ path: "columns" }],
  });
  await expect(check({ query: "x".repeat(65 * 1024) })).rejects.toMatchObject({ fields: [{ path: "query" }] });
});

test("views are counted for whoever sees them, now and again after a while, and what cannot be counted has no count", async () => {
  const of = (type: string) => ["a", "b", "c"].map((name) => testEntity(`${type}-${name}`, { type }));
  await storeEntities(org, [
    ...of("service"),
    testEntity("ledger", { type: "library", description: "Books payments" }),
  ]);
  const keep = async (name: string, kept: object, by = org.as("viewer"), audience: "mine" | "org" = "mine") =>
    (await createView.call(by, { name, state: kept, audience })).id;
  const services = await keep("Services", { blueprint: "component", type: ["service"] });
  const words = await keep("Words", { text: "payments" });
  const asked = await keep("Query", { query: 'title contains "-a" or type = "library"' });
  const shared = await keep("Everything", {}, org.as("admin"), "org");
  const theirs = await keep("Of the admin", {}, org.as("admin"));
  const broken = await keep("Broken", { blueprint: "component" });
  await database.owner`
    update saved_views set state = '{"query": "type = "}' where org_id = ${org.id} and id = ${broken}`;
  const ids = [services, words, asked, shared, theirs, broken];
  const counts = async (ctx = org.as("viewer")) => {
    const { items } = await countViews.call(ctx, { ids });
    return new Map(items.map((item) => [item.id, item.count]));
  };
  const first = await counts();
  expect(ids.map((id) => first.get(id))).toEqual([3, 1, 2, 4, undefined, null]);
  expect((await countViews.call(org.as("viewer"), { ids: services })).items).toEqual([
    { id: services, count: 3, isExact: true },
  ]);
  // Not counted for every look, but soon enough.
  await storeEntities(org, [testEntity("service-d", { type: "service" })]);
  expect((await counts()).get(services)).toBe(3);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + keptMs });
  expect((await counts()).get(services)).toBe(4);
  vi.useRealTimers();
  expect(await counts((await testOrg()).as("admin"))).toEqual(new Map());
  await expect(countViews.call(org.as("viewer"), { ids: ["x"] })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "ids.0" }],
  });
});
