import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createKey } from "#lib/identity/keys/create-key.ts";
import { scopesOfRole } from "#lib/identity/keys/insert-key.ts";
import { listKeys } from "#lib/identity/keys/list-keys.ts";
import { resolveKey } from "#lib/identity/keys/resolve-key.ts";
import { revokeKey } from "#lib/identity/keys/revoke-key.ts";
import { rotateKey } from "#lib/identity/keys/rotate-key.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { changeRole } from "#lib/identity/members/change-role.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";
import { makeContext } from "#lib/kernel/context.ts";
import { hashToken, makeToken } from "#lib/kernel/tokens.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

const make = (of = org) => createKey.call(of.as("admin"), { name: "deploy pipeline", role: "member" });

async function anotherAdmin() {
  const { personId } = await addMember.call(org.as("admin"), {
    email: `${randomUUID()}@example.com`,
    name: "Second admin",
    role: "admin",
  });
  const ctx = makeContext({
    org: org.as("admin").org,
    actor: { kind: "user", id: personId, personId, name: "Second admin" },
    role: "admin",
    door: "page",
  });
  return { personId, ...(await createKey.call(ctx, { name: "theirs", role: "admin" })) };
}

test("a key opens its organization; its token is in the answer and nowhere else", async () => {
  const { id, token } = await make();
  expect(await resolveKey(token)).toEqual({
    id,
    name: "deploy pipeline",
    role: "member",
    scopes: scopesOfRole("member"),
    serviceAccount: null,
    org: { id: org.id, slug: org.slug, name: `Test ${org.slug}`, timeZone: "Europe/Berlin" },
  });
  const everything =
    await database.owner`select (select json_agg(k) from api_keys k)::text || (select json_agg(a) from audit_entries a)::text || (select json_agg(o) from outbox_events o)::text as text`;
  expect(everything[0]?.["text"]).not.toContain(token.slice(0, 40));
  const [row] = await database.owner`select token_hash, prefix from api_keys where id = ${id}`;
  expect(row?.["token_hash"]).toEqual(hashToken(token));
  const [entry] = await database.owner`select operation, after from audit_entries where subject_id = ${id}`;
  expect(entry).toMatchObject({
    operation: "key.create",
    after: { name: "deploy pipeline", role: "member", prefix: row?.["prefix"] },
  });
  const { items } = await listKeys.call(org.as("admin"), {});
  expect(items.find((key) => key.id === id)).toMatchObject({
    name: "deploy pipeline",
    revokedAt: null,
    createdBy: `admin of ${org.slug}`,
  });
  expect(items.find((key) => key.id === id)?.lastUsedAt).not.toBeNull();
});

test("what is no key, or was mistyped, opens nothing", async () => {
  const { token } = await make();
  for (const wrong of [
    "",
    "causeway_key_",
    token.slice(0, -1),
    token.toUpperCase(),
    makeToken("key").token,
    makeToken("session").token,
  ])
    expect(await resolveKey(wrong)).toBeNull();
});

describe("a key stops at once", () => {
  test("when it is revoked, which can be said once", async () => {
    const { id, token } = await make();
    await revokeKey.call(org.as("admin"), { id });
    expect(await resolveKey(token)).toBeNull();
    await expect(revokeKey.call(org.as("admin"), { id })).rejects.toMatchObject({ code: "not_found" });
    expect(
      await database.owner`select 1 from audit_entries where subject_id = ${id} and operation = 'key.revoke'`,
    ).toHaveLength(1);
  });

  test("when its time is over", async () => {
    const { id, token } = await make();
    await database.owner`update api_keys set expires_at = now() - interval '1 second' where id = ${id}`;
    expect(await resolveKey(token)).toBeNull();
  });

  test("when its creator leaves, and stays stopped when they come back", async () => {
    const { personId, token } = await anotherAdmin();
    const [person] = await database.owner`select email from people where id = ${personId}`;
    await removeMember.call(org.as("admin"), { personId });
    expect(await resolveKey(token)).toBeNull();
    await addMember.call(org.as("admin"), { email: person?.["email"] as string, name: "Second admin", role: "admin" });
    expect(await resolveKey(token)).toBeNull();
  });

  test("having rights that its creator has lost", async () => {
    const { personId, token } = await anotherAdmin();
    expect((await resolveKey(token))?.role).toBe("admin");
    await changeRole.call(org.as("admin"), { personId, role: "viewer" });
    expect((await resolveKey(token))?.role).toBe("viewer");
  });
});

/** What a key may do now, as the REST door sees it. */
async function contextOfToken(token: string) {
  const key = await resolveKey(token);
  if (key === null) throw new Error("refused");
  const { org: opened, role, scopes } = key;
  return makeContext({ org: opened, actor: { kind: "key", id: key.id, name: key.name }, role, scopes, door: "rest" });
}

describe("scopes", () => {
  test("are all that a key may do, whatever its creator may", async () => {
    const { token } = await createKey.call(org.as("admin"), { name: "exporter", scopes: ["audit:read"] });
    const ctx = await contextOfToken(token);
    expect(ctx.can("audit:read")).toBe(true);
    expect(ctx.can("member:read")).toBe(false);
    await expect(addMember.call(ctx, { email: "x@example.com", name: "X", role: "viewer" })).rejects.toMatchObject({
      code: "forbidden",
      message: "This key may not member:write; use one that was made for it.",
    });
  });

  test("never reach further than the creator's role now", async () => {
    const { personId } = await anotherAdmin();
    const creator = makeContext({
      org: org.as("admin").org,
      actor: { kind: "user", id: personId, personId, name: "Second admin" },
      role: "admin",
      door: "page",
    });
    const { token } = await createKey.call(creator, { name: "exporter", scopes: ["audit:read", "member:read"] });
    await changeRole.call(org.as("admin"), { personId, role: "member" });
    const ctx = await contextOfToken(token);
    expect([ctx.can("audit:read"), ctx.can("member:read")]).toEqual([false, true]);
  });

  test("cannot be what only people do, nor empty, nor unknown", async () => {
    const create = (scopes: unknown) => createKey.call(org.as("admin"), { name: "x", scopes } as never);
    await expect(create(["key:write"])).rejects.toMatchObject({ code: "forbidden", fields: [{ path: "scopes" }] });
    await expect(create([])).rejects.toMatchObject({ code: "invalid", fields: [{ path: "scopes" }] });
    await expect(create(["database:drop"])).rejects.toMatchObject({ code: "invalid", fields: [{ path: "scopes.0" }] });
    await expect(createKey.call(org.as("admin"), { name: "x" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "scopes" }],
    });
  });
});

describe("rotating a key", () => {
  test("gives a new one with the same scopes; the old one works for the grace asked for", async () => {
    const { id, token } = await createKey.call(org.as("admin"), { name: "exporter", scopes: ["entity:read"] });
    const rotated = await rotateKey.call(org.as("admin"), { id, graceHours: 1 });
    expect((await resolveKey(rotated.token))?.scopes).toEqual(["entity:read"]);
    expect(await resolveKey(token)).not.toBeNull();
    const atOnce = await rotateKey.call(org.as("admin"), { id: rotated.id, graceHours: 0 });
    expect(await resolveKey(rotated.token)).toBeNull();
    expect(await resolveKey(atOnce.token)).not.toBeNull();
    expect(
      await database.owner`select 1 from audit_entries where subject_id = ${rotated.id} and operation = 'key.rotate'`,
    ).toHaveLength(1);
    await expect(rotateKey.call(org.as("admin"), { id: rotated.id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is for admins of its organization, and bad input names its field", async () => {
    const { id } = await make();
    await expect(rotateKey.call(org.as("viewer"), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(rotateKey.call(other.as("admin"), { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(rotateKey.call(org.as("admin"), { id, graceHours: 169 })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "graceHours" }],
    });
  });
});

test("where a key was used from is kept, at most once a minute", async () => {
  const { id, token } = await make();
  await resolveKey(token, "internet");
  await resolveKey(token, "this machine");
  const { items } = await listKeys.call(org.as("admin"), {});
  expect(items.find((key) => key.id === id)?.lastUsedFrom).toBe("internet");
  await database.owner`update api_keys set last_used_at = now() - interval '2 minutes' where id = ${id}`;
  await resolveKey(token, "this machine");
  const later = await listKeys.call(org.as("admin"), {});
  expect(later.items.find((key) => key.id === id)?.lastUsedFrom).toBe("this machine");
});

test("only an admin may, and no key has more rights than the one who makes it", async () => {
  for (const role of ["viewer", "member"] as const) {
    await expect(createKey.call(org.as(role), { name: "mine", role: "viewer" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listKeys.call(org.as(role), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokeKey.call(org.as(role), { id: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
  }
  const { id } = await make();
  const asKey = makeContext({
    org: org.as("admin").org,
    actor: { kind: "key", id, name: "deploy pipeline" },
    role: "admin",
    door: "rest",
  });
  await expect(createKey.call(asKey, { name: "offspring", role: "viewer" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a list of keys is sorted, searched and read page by page; those that work come first, the newest of them first", async () => {
  const many = await testOrg();
  for (const name of ["one", "two", "three", "four"]) await createKey.call(many.as("admin"), { name, role: "viewer" });
  const ask = (input: Parameters<typeof listKeys.call>[1]) => listKeys.call(many.as("admin"), input);
  const namesOf = async (input: Parameters<typeof listKeys.call>[1]) =>
    (await ask(input)).items.map(({ name }) => name);
  const [newest] = (await ask({})).items;
  await revokeKey.call(many.as("admin"), { id: newest?.id ?? "" });
  expect(await namesOf({})).toEqual(["three", "two", "one", "four"]);
  const first = await ask({ limit: 3 });
  expect(first).toMatchObject({ total: 4, before: 0, previousCursor: null });
  const second = await ask({ limit: 3, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ total: 4, before: 3, nextCursor: null, items: [{ name: "four" }] });
  expect((await ask({ limit: 3, cursor: second.previousCursor ?? "" })).items).toEqual(first.items);
  expect(await namesOf({ sort: "name", direction: "descending" })).toEqual(["two", "three", "one", "four"]);
  expect(await namesOf({ text: "O", sort: "name" })).toEqual(["four", "one", "two"]);
  expect(await namesOf({ sort: "lastUsedAt", limit: 2 })).toHaveLength(2);
});

test("another organization's keys are not there", async () => {
  const { id, token } = await make(other);
  await expect(revokeKey.call(org.as("admin"), { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await listKeys.call(org.as("admin"), {})).items.map((key) => key.id)).not.toContain(id);
  expect((await resolveKey(token))?.org.id).toBe(other.id);
});

test("bad input names its field", async () => {
  const create = (parts: object) => createKey.call(org.as("admin"), { name: "x", role: "viewer", ...parts });
  await expect(create({ name: " " })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "name" }] });
  await expect(create({ role: "root" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "role" }] });
  await expect(create({ expiresInDays: 0 })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "expiresInDays" }],
  });
  await expect(create({ expiresInDays: 366 })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "expiresInDays" }],
  });
  await expect(revokeKey.call(org.as("admin"), { id: "one" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "id" }],
  });
});
