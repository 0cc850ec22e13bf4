import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { createKey } from "#lib/identity/keys/create-key.ts";
import { listKeys } from "#lib/identity/keys/list-keys.ts";
import { resolveKey } from "#lib/identity/keys/resolve-key.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";
import { createServiceAccount } from "#lib/identity/service-accounts/create-service-account.ts";
import { disableServiceAccount } from "#lib/identity/service-accounts/disable-service-account.ts";
import { listServiceAccounts } from "#lib/identity/service-accounts/list-service-accounts.ts";
import { makeContext } from "#lib/kernel/context.ts";
import { answerRequest } from "#lib/web/rest/answer-request.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

let made = 0;
const create = (role: "viewer" | "member" | "admin" = "member") =>
  createServiceAccount.call(org.as("admin"), { name: `Robot ${made++}`, role });

test("its key acts as the account, which the audit log names", async () => {
  const { id } = await create("admin");
  const { token } = await createKey.call(org.as("admin"), {
    name: "inviter",
    scopes: ["member:write"],
    serviceAccountId: id,
  });
  const ask = (method: string, path: string, body?: object) =>
    answerRequest(
      new Request(`http://portal.example/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const added = await ask("POST", "/members", { email: `new@${org.slug}.example`, name: "New", role: "viewer" });
  expect(added.status).toBe(200);
  const { personId } = (await added.json()) as { personId: string };
  const [entry] =
    await database.owner`select actor_kind, actor_id, actor_name, door from audit_entries where operation = 'member.add' and subject_id = ${personId}`;
  expect(entry).toMatchObject({ actor_kind: "service", actor_id: id, door: "rest" });
  expect(entry?.["actor_name"]).toMatch(/^Robot \d+ \(inviter\)$/);
  const refused = await ask("GET", "/members");
  expect([refused.status, refused.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
  await disableServiceAccount.call(org.as("admin"), { id });
  expect((await ask("GET", "/members")).status).toBe(401);
});

test("its keys outlive whoever made them, and stop when it is disabled", async () => {
  const { id } = await create();
  const { personId } = await addMember.call(org.as("admin"), {
    email: `leaver@${org.slug}.example`,
    name: "Leaver",
    role: "admin",
  });
  const leaver = makeContext({
    org: org.as("admin").org,
    actor: { kind: "user", id: personId, personId, name: "Leaver" },
    role: "admin",
    door: "page",
  });
  const { token } = await createKey.call(leaver, { name: "x", scopes: ["entity:read"], serviceAccountId: id });
  await removeMember.call(org.as("admin"), { personId });
  expect(await resolveKey(token)).toMatchObject({ role: "viewer", scopes: ["entity:read"], serviceAccount: { id } });
  await disableServiceAccount.call(org.as("admin"), { id });
  expect(await resolveKey(token)).toBeNull();
  await expect(
    createKey.call(org.as("admin"), { name: "y", scopes: ["entity:read"], serviceAccountId: id }),
  ).rejects.toMatchObject({ code: "conflict" });
  await disableServiceAccount.call(org.as("admin"), { id, isDisabled: false });
  expect(await resolveKey(token)).not.toBeNull();
  const { items } = await listServiceAccounts.call(org.as("admin"), {});
  expect(items.find((account) => account.id === id)).toMatchObject({ keyCount: 1, disabledAt: null });
  expect((await listKeys.call(org.as("admin"), { serviceAccountId: id })).items).toHaveLength(1);
});

test("its keys have no more rights than its role", async () => {
  const { id } = await create("viewer");
  await expect(
    createKey.call(org.as("admin"), { name: "x", scopes: ["run:start"], serviceAccountId: id }),
  ).rejects.toMatchObject({ code: "forbidden", fields: [{ path: "scopes" }] });
});

test("only admins of its organization see and change it; names are taken once; bad input names its field", async () => {
  const { id } = await create();
  const input = { name: "Another", role: "viewer" as const };
  for (const role of ["viewer", "member"] as const) {
    await expect(createServiceAccount.call(org.as(role), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(disableServiceAccount.call(org.as(role), { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listServiceAccounts.call(org.as(role), {})).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(disableServiceAccount.call(other.as("admin"), { id })).rejects.toMatchObject({ code: "not_found" });
  await expect(
    createKey.call(other.as("admin"), { name: "x", scopes: ["entity:read"], serviceAccountId: id }),
  ).rejects.toMatchObject({ code: "not_found" });
  expect((await listServiceAccounts.call(other.as("admin"), {})).items).toEqual([]);
  await createServiceAccount.call(org.as("admin"), input);
  await expect(createServiceAccount.call(org.as("admin"), { ...input, name: "ANOTHER" })).rejects.toMatchObject({
    code: "conflict",
    fields: [{ path: "name" }],
  });
  await expect(createServiceAccount.call(org.as("admin"), { ...input, name: " " })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "name" }],
  });
});

test("a list of service accounts is sorted, searched and read page by page; those that work come first", async () => {
  const many = await testOrg();
  const made: string[] = [];
  for (const name of ["alpha", "beta", "gamma"]) {
    made.push((await createServiceAccount.call(many.as("admin"), { name, purpose: `for ${name}`, role: "viewer" })).id);
  }
  await disableServiceAccount.call(many.as("admin"), { id: made[0] ?? "" });
  const ask = (input: Parameters<typeof listServiceAccounts.call>[1]) =>
    listServiceAccounts.call(many.as("admin"), input);
  const first = await ask({ limit: 2 });
  expect(first.items.map(({ name }) => name)).toEqual(["beta", "gamma"]);
  const second = await ask({ limit: 2, cursor: first.nextCursor ?? "" });
  expect(second).toMatchObject({ total: 3, before: 2, nextCursor: null, items: [{ name: "alpha" }] });
  expect((await ask({ sort: "name", direction: "descending" })).items.map(({ name }) => name)).toEqual([
    "gamma",
    "beta",
    "alpha",
  ]);
  expect((await ask({ text: "FOR BETA" })).items.map(({ name }) => name)).toEqual(["beta"]);
});
