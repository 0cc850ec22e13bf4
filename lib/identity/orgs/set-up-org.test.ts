import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { createOrg } from "#lib/identity/orgs/create-org.ts";
import { SetUpInput, setUpOrg } from "#lib/identity/orgs/set-up-org.ts";
import { createSetupLink } from "#lib/identity/sessions/create-setup-link.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { signInWithPassword } from "#lib/identity/sessions/sign-in-with-password.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(closeTestDatabase);

const password = "a long enough password";
const input = (token: string, parts: object = {}) =>
  SetUpInput.parse({
    token,
    orgName: "Harbourline",
    slug: "harbourline",
    name: "Ines Okafor",
    email: "Ines@Harbourline.example",
    password,
    ...parts,
  });
const setUp = (values: ReturnType<typeof input>) => setUpOrg(values, null);
const tokenOf = (link: string | null) => link?.split("#")[1] ?? "";

// In the order of an installation's first minutes: each test starts where the one before ended.
test("bad input names its fields and does not use the link up", async () => {
  const link = await createSetupLink();
  expect(new URL(link ?? "")).toMatchObject({ pathname: "/setup", search: "" });
  const wrong = { slug: "Not A Slug", password: "short", email: "x", timeZone: "Mars/Olympus" };
  const { error } = SetUpInput.safeParse({ ...input(tokenOf(link)), ...wrong });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["slug", "timeZone", "email", "password"]);
  expect(await database.owner`select 1 from sign_in_links where used_at is null`).toHaveLength(1);
});

test("a link that was never given out, or has expired, creates nothing", async () => {
  await expect(setUp(input(makeToken("link").token))).rejects.toMatchObject({ code: "not_found" });
  await expect(setUp(input("x"))).rejects.toMatchObject({ code: "not_found" });
  const expired = tokenOf(await createSetupLink());
  await database.owner`update sign_in_links set expires_at = now() - interval '1 second'`;
  await expect(setUp(input(expired))).rejects.toMatchObject({ code: "not_found" });
  expect(await database.owner`select 1 from orgs`).toHaveLength(0);
  expect(await database.owner`select 1 from people`).toHaveLength(0);
});

test("the link makes the first organization and its admin, who can sign in, once", async () => {
  const [token, second] = [tokenOf(await createSetupLink()), tokenOf(await createSetupLink())];
  const results = await Promise.allSettled([setUp(input(token)), setUp(input(token))]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const from = { address: "192.0.2.1", userAgent: null, browser: null };
  const again = await signInWithPassword({ email: "ines@harbourline.example", password, ...from });
  const [made] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.session] : []));
  for (const session of [made, again ?? ""])
    expect(await resolveSession(session)).toMatchObject({
      person: { name: "Ines Okafor" },
      orgs: [{ slug: "harbourline", name: "Harbourline", role: "admin" }],
    });
  const entries = await database.owner`select operation, actor_name from audit_entries order by id`;
  expect(entries.map((row) => [row["operation"], row["actor_name"]])).toEqual([
    ["org.create", "setup"],
    ["member.add", "setup"],
  ]);
  // Neither another link nor a new one does it again.
  await expect(setUp(input(second, { slug: "intruder" }))).rejects.toMatchObject({ code: "not_found" });
  expect(await createSetupLink()).toBeNull();
});

test("createOrg is refused without the permission, and its slug is nobody else's", async () => {
  const org = await testOrg();
  const create = (role: "member" | "admin", slug: string) => {
    const ctx = { ...org.as(role), org: { ...org.as(role).org, id: randomUUID() } };
    return tenantTransaction({ orgId: ctx.org.id }, (tx) => createOrg.call(ctx, { slug, name: "New" }, tx));
  };
  await expect(create("member", "new")).rejects.toMatchObject({ code: "forbidden" });
  await expect(create("admin", "harbourline")).rejects.toMatchObject({ code: "conflict" });
  await expect(create("admin", "-new-")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "slug" }] });
  await expect(create("admin", "fresh")).resolves.toMatchObject({ slug: "fresh", timeZone: "UTC" });
});
