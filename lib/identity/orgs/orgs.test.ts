import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { changeRole } from "#lib/identity/members/change-role.ts";
import { addOrg } from "#lib/identity/orgs/add-org.ts";
import { findCurrentSlug } from "#lib/identity/orgs/find-current-slug.ts";
import { getOrg } from "#lib/identity/orgs/get-org.ts";
import { leaveOrg } from "#lib/identity/orgs/leave-org.ts";
import { renameOrg } from "#lib/identity/orgs/rename-org.ts";
import { OrgSlug, reservedSlugs } from "#lib/identity/orgs/schema.ts";
import { type Context, makeContext } from "#lib/kernel/context.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

const freshSlug = () => `org-${randomUUID().slice(0, 12)}`;
const personOf = (of: TestOrg, role: "viewer" | "member" | "admin") => of.as(role).actor.personId ?? "";
const asKey = (ctx: Context) =>
  makeContext({ ...ctx, actor: { kind: "key", id: randomUUID(), name: "a key" }, door: "rest" });
const entriesOf = async (orgId: string) =>
  (await database.owner`select operation from audit_entries where org_id = ${orgId} order by id`).map(
    ({ operation }) => operation as string,
  );

describe("creating another organization", () => {
  test("makes whoever asks its admin, and both audit logs tell of it", async () => {
    const slug = freshSlug();
    const made = await addOrg.call(org.as("admin"), { slug, name: "Second", timeZone: "Europe/Berlin" });
    expect(made).toMatchObject({ slug, name: "Second", timeZone: "Europe/Berlin" });
    const members = await database.owner`select person_id, role from memberships where org_id = ${made.id}`;
    expect([...members]).toEqual([{ person_id: personOf(org, "admin"), role: "admin" }]);
    expect(await entriesOf(made.id)).toEqual(["org.create", "member.add"]);
    const [entry] =
      await database.owner`select subject_id from audit_entries where org_id = ${org.id} and operation = 'org.add'`;
    expect(entry).toMatchObject({ subject_id: made.id });
    // What subscribers give every new organization, it has, too.
    expect(await database.owner`select 1 from actions where org_id = ${made.id}`).not.toHaveLength(0);
  });

  test("is an admin's, and a person's", async () => {
    const input = { slug: freshSlug(), name: "Third" };
    for (const role of ["viewer", "member"] as const)
      await expect(addOrg.call(org.as(role), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(addOrg.call(asKey(org.as("admin")), input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await database.owner`select 1 from orgs where slug = ${input.slug}`).toHaveLength(0);
  });

  test("bad input names its field, and leaves nothing behind", async () => {
    const before = await entriesOf(org.id);
    const add = (parts: object) => addOrg.call(org.as("admin"), { slug: freshSlug(), name: "New", ...parts });
    const invalid = (path: string) => ({ code: "invalid", fields: [expect.objectContaining({ path })] });
    await expect(add({ slug: "Not A Slug" })).rejects.toMatchObject(invalid("slug"));
    await expect(add({ slug: "api" })).rejects.toMatchObject(invalid("slug"));
    await expect(add({ name: " " })).rejects.toMatchObject(invalid("name"));
    await expect(add({ timeZone: "Mars/Olympus" })).rejects.toMatchObject(invalid("timeZone"));
    await expect(add({ slug: other.slug })).rejects.toMatchObject({ code: "conflict", fields: [{ path: "slug" }] });
    expect(await entriesOf(org.id)).toEqual(before);
  });
});

test("what the portal itself has at its root is no organization's address", () => {
  const pages = readdirSync(join(projectRoot(), "app"), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(projectRoot(), "app/").length))
    .map((path) => path.split("/").filter((part) => !part.startsWith("("))[0] ?? "")
    .filter((part) => part !== "" && !part.startsWith("["));
  expect(pages).toContain("signin");
  expect(pages.filter((part) => OrgSlug.safeParse(part).success)).toEqual([]);
  expect(reservedSlugs.has("acme")).toBe(false);
});

describe("renaming", () => {
  test("works, is audited and announced, and the address before leads members on", async () => {
    const of = await testOrg();
    const slug = freshSlug();
    await renameOrg.call(of.as("admin"), { name: "New name", slug });
    const [entry] =
      await database.owner`select before, after from audit_entries where org_id = ${of.id} and operation = 'org.rename'`;
    expect(entry).toEqual({ before: { name: `Test ${of.slug}`, slug: of.slug }, after: { name: "New name", slug } });
    const topics =
      await database.owner`select topic from outbox_events where org_id = ${of.id} and topic = 'org.changed'`;
    expect(topics).toHaveLength(1);
    expect(await findCurrentSlug(personOf(of, "viewer"), of.slug)).toBe(slug);
    // Twice: every address it had leads to the one it has.
    const third = freshSlug();
    await renameOrg.call(of.as("admin"), { name: "New name", slug: third });
    expect(await findCurrentSlug(personOf(of, "viewer"), of.slug)).toBe(third);
    expect(await findCurrentSlug(personOf(of, "viewer"), slug)).toBe(third);
    const { formerSlugs } = await getOrg.call(of.as("viewer"), {});
    expect(formerSlugs.map((former) => former.slug)).toEqual([slug, of.slug]);
    // To others it was never there.
    expect(await findCurrentSlug(personOf(other, "admin"), of.slug)).toBeNull();
  });

  test("an address that was given up is nobody else's, and may be taken back", async () => {
    const of = await testOrg();
    const admin = of.as("admin");
    await renameOrg.call(admin, { name: "A", slug: freshSlug() });
    const taken = { code: "conflict", fields: [expect.objectContaining({ path: "slug" })] };
    await expect(renameOrg.call(other.as("admin"), { name: "Pretender", slug: of.slug })).rejects.toMatchObject(taken);
    await expect(addOrg.call(other.as("admin"), { name: "Pretender", slug: of.slug })).rejects.toMatchObject(taken);
    await renameOrg.call(admin, { name: "A", slug: of.slug });
    expect((await getOrg.call(admin, {})).formerSlugs.map(({ slug }) => slug)).not.toContain(of.slug);
    expect(await findCurrentSlug(personOf(of, "viewer"), of.slug)).toBeNull();
  });

  test("whoever wants the address in the moment it is given up does not get it", async () => {
    for (let round = 0; round < 5; round += 1) {
      const of = await testOrg();
      const [gave, took] = await Promise.allSettled([
        renameOrg.call(of.as("admin"), { name: "A", slug: freshSlug() }),
        renameOrg.call(other.as("admin"), { name: "Pretender", slug: of.slug }),
      ]);
      expect([gave.status, took.status]).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("is an admin's, bad input names its field, and only the name is a change, too", async () => {
    for (const role of ["viewer", "member"] as const)
      await expect(renameOrg.call(org.as(role), { name: "X", slug: org.slug })).rejects.toMatchObject({
        code: "forbidden",
      });
    await expect(renameOrg.call(org.as("admin"), { name: "", slug: org.slug })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "name" }],
    });
    await expect(renameOrg.call(org.as("admin"), { name: "X", slug: "signin" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "slug" }],
    });
    await renameOrg.call(org.as("admin"), { name: "Only the name", slug: org.slug });
    expect((await getOrg.call(org.as("viewer"), {})).formerSlugs).toEqual([]);
  });
});

describe("leaving", () => {
  test("ends the own membership and the keys one made, is audited, and works in no other organization", async () => {
    const of = await testOrg();
    const personId = personOf(of, "member");
    await leaveOrg.call(of.as("member"), {});
    expect(
      await database.owner`select 1 from memberships where org_id = ${of.id} and person_id = ${personId}`,
    ).toHaveLength(0);
    const [entry] =
      await database.owner`select subject_id, actor_id, before from audit_entries where org_id = ${of.id} and operation = 'org.leave'`;
    expect(entry).toEqual({ subject_id: personId, actor_id: personId, before: { role: "member" } });
    await expect(leaveOrg.call(of.as("member"), {})).rejects.toMatchObject({ code: "not_found" });
    await expect(leaveOrg.call({ ...of.as("viewer"), org: other.as("viewer").org }, {})).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is refused to the last admin, to keys, and to input that is none", async () => {
    await expect(leaveOrg.call(other.as("admin"), {})).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("last admin"),
    });
    await expect(leaveOrg.call(asKey(other.as("admin")), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(leaveOrg.call(other.as("viewer"), { personId: "x" } as never)).rejects.toMatchObject({
      code: "invalid",
    });
    await changeRole.call(other.as("admin"), { personId: personOf(other, "viewer"), role: "admin" });
    await expect(leaveOrg.call(other.as("admin"), {})).resolves.toEqual({ personId: personOf(other, "admin") });
  });
});
