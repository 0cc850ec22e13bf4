import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { changeRole } from "#lib/identity/members/change-role.ts";
import { listMembers } from "#lib/identity/members/list-members.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

const somebody = () => ({ email: `${randomUUID()}@example.com`, name: "Somebody", role: "member" as const });
const idOf = (of: TestOrg, role: "viewer" | "member" | "admin") => of.as(role).actor.personId ?? "";
const roleOf = async (personId: string) =>
  (await database.owner`select role from memberships where org_id = ${org.id} and person_id = ${personId}`)[0]?.[
    "role"
  ];

test("adding, changing and removing a member works, is audited and announced", async () => {
  const { personId } = await addMember.call(org.as("admin"), somebody());
  await changeRole.call(org.as("admin"), { personId, role: "admin" });
  await removeMember.call(org.as("admin"), { personId });
  const entries =
    await database.owner`select operation, before, after from audit_entries where org_id = ${org.id} and subject_id = ${personId} order by id`;
  expect(entries.map(({ operation }) => operation as string)).toEqual([
    "member.add",
    "member.change-role",
    "member.remove",
  ]);
  expect(entries[1]).toMatchObject({ before: { role: "member" }, after: { role: "admin" } });
  const topics =
    await database.owner`select topic from outbox_events where org_id = ${org.id} and subject_id = ${personId} and topic like 'member.%' order by id`;
  expect(topics.map(({ topic }) => topic as string)).toEqual(["member.added", "member.changed", "member.removed"]);
});

test("only an admin may", async () => {
  for (const role of ["viewer", "member"] as const) {
    const ctx = org.as(role);
    await expect(addMember.call(ctx, somebody())).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeRole.call(ctx, { personId: idOf(org, role), role: "admin" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(removeMember.call(ctx, { personId: idOf(org, "admin") })).rejects.toMatchObject({ code: "forbidden" });
  }
  expect((await listMembers.call(org.as("viewer"), {})).items.map(({ role }) => role).sort()).toEqual([
    "admin",
    "member",
    "viewer",
  ]);
});

test("another organization's members are not there", async () => {
  const theirs = idOf(other, "member");
  await expect(changeRole.call(org.as("admin"), { personId: theirs, role: "viewer" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(removeMember.call(org.as("admin"), { personId: theirs })).rejects.toMatchObject({ code: "not_found" });
  expect((await listMembers.call(org.as("admin"), {})).items.map(({ personId }) => personId)).not.toContain(theirs);
});

test("a list of members is sorted, narrowed and read page by page, forwards and back", async () => {
  const large = await testOrg();
  await database.owner`
    with made as (insert into people (email, name)
      select 'crew-' || n || '@' || ${large.slug} || '.example', 'Crew ' || lpad(n::text, 3, '0') from generate_series(1, 120) n returning id)
    insert into memberships (org_id, person_id, role) select ${large.id}, id, 'viewer' from made`;
  const ask = (input: Parameters<typeof listMembers.call>[1]) => listMembers.call(large.as("viewer"), input);
  const names: string[] = [];
  let page = await ask({ text: "CREW-", limit: 50 });
  const [first] = [page];
  for (;;) {
    expect(page).toMatchObject({ total: 120, before: names.length });
    names.push(...page.items.map(({ name }) => name));
    if (page.nextCursor === null) break;
    page = await ask({ text: "CREW-", limit: 50, cursor: page.nextCursor });
  }
  expect(names).toEqual(Array.from({ length: 120 }, (_, place) => `Crew ${String(place + 1).padStart(3, "0")}`));
  const back = await ask({ text: "CREW-", limit: 50, cursor: page.previousCursor ?? "" });
  expect(back.items[0]?.name).toBe("Crew 051");
  expect((await ask({ role: "admin" })).items.map(({ role }) => role)).toEqual(["admin"]);
  expect((await ask({ sort: "role", limit: 3 })).items.map(({ role }) => role)).toEqual(["admin", "member", "viewer"]);
  expect((await ask({ sort: "name", direction: "descending", limit: 1 })).items[0]?.name).not.toBe("Crew 001");
  await expect(ask({ sort: "role", cursor: first?.nextCursor ?? "", limit: 5001 })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "limit" }],
  });
  await expect(ask({ cursor: "made-up" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "cursor" }] });
});

test("bad input names its field", async () => {
  const add = (parts: object) => addMember.call(org.as("admin"), { ...somebody(), ...parts });
  await expect(add({ email: "not an address" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "email" }],
  });
  await expect(add({ name: "  " })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "name" }] });
  await expect(add({ password: "short" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "password", message: "Use at least 12 characters" }],
  });
  await expect(add({ role: "owner" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "role" }] });
  await expect(changeRole.call(org.as("admin"), { personId: "1", role: "viewer" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "personId" }],
  });
  await expect(removeMember.call(org.as("admin"), { personId: "1" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "personId" }],
  });
  await expect(add({ email: org.as("viewer").actor.email ?? "" })).rejects.toMatchObject({
    code: "conflict",
    fields: [{ path: "email" }],
  });
});

test("a person who exists already keeps their name and password, whoever adds them", async () => {
  const person = { ...somebody(), password: "the first password" };
  const { personId } = await addMember.call(org.as("admin"), person);
  const before = await database.owner`select name, password_hash from people where id = ${personId}`;
  const again = await addMember.call(other.as("admin"), {
    ...person,
    email: person.email.toUpperCase(),
    name: "Renamed",
    password: "another password",
  });
  expect(again.personId).toBe(personId);
  expect(await database.owner`select name, password_hash from people where id = ${personId}`).toEqual(before);
});

describe("the last admin", () => {
  test("stays one, and stays a member", async () => {
    const personId = idOf(other, "admin");
    await expect(changeRole.call(other.as("admin"), { personId, role: "member" })).rejects.toMatchObject({
      code: "conflict",
      fields: [{ path: "role" }],
    });
    await expect(removeMember.call(other.as("admin"), { personId })).rejects.toMatchObject({ code: "conflict" });
    // Made admin again: nothing changes, nothing breaks.
    await expect(changeRole.call(other.as("admin"), { personId, role: "admin" })).resolves.toEqual({ role: "admin" });
  });

  test("stays one when two admins resign at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { personId: second } = await addMember.call(org.as("admin"), { ...somebody(), role: "admin" });
      const first = idOf(org, "admin");
      const resigned = await Promise.allSettled(
        [first, second].map((personId) => changeRole.call(org.as("admin"), { personId, role: "viewer" })),
      );
      expect(resigned.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const left = await database.owner`select person_id from memberships where org_id = ${org.id} and role = 'admin'`;
      expect(left).toHaveLength(1);
      if ((await roleOf(first)) !== "admin") {
        await changeRole.call(org.as("admin"), { personId: first, role: "admin" });
        await changeRole.call(org.as("admin"), { personId: second, role: "viewer" });
      }
    }
  });
});
