import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { linkIdentity } from "#lib/identity/identities/link-identity.ts";
import { listIdentities } from "#lib/identity/identities/list-identities.ts";
import { signInWithAccount } from "#lib/identity/identities/sign-in-with-account.ts";
import { unlinkIdentity } from "#lib/identity/identities/unlink-identity.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import type { ProviderAccount } from "#lib/identity/providers/schema.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { type Context, makeContext } from "#lib/kernel/context.ts";

// Only what is configured counts as a way that works.
vi.stubEnv("CAUSEWAY_GITHUB_CLIENT_ID", "id");
vi.stubEnv("CAUSEWAY_GITHUB_CLIENT_SECRET", "secret");

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const account = (parts: Partial<ProviderAccount> = {}): ProviderAccount => ({
  provider: "github",
  issuer: "https://github.com",
  subject: randomUUID(),
  email: "octocat@github.example",
  isEmailVerified: true,
  login: "octocat",
  name: "The Octocat",
  ...parts,
});

async function somebody(password?: string): Promise<{ ctx: Context; personId: string; email: string }> {
  const email = `${randomUUID()}@harbourline.example`;
  const person = { email, name: "Somebody", role: "viewer" as const, ...(password === undefined ? {} : { password }) };
  const { personId } = await addMember.call(org.as("admin"), person);
  const actor = { kind: "user", id: personId, personId, name: "Somebody", email } as const;
  return { personId, email, ctx: makeContext({ org: org.as("admin").org, actor, role: "viewer", door: "mutation" }) };
}
const personOf = async (token: string | null) => (await resolveSession(token ?? undefined))?.person.id ?? null;
const auditOf = (personId: string) => database.owner<{ operation: string; before: unknown; after: unknown }[]>`
  select operation, before, after from audit_entries where actor_id = ${personId} order by id`;
const keyContext = () => {
  const actor = { kind: "key", id: randomUUID(), name: "a key" } as const;
  return makeContext({ org: org.as("admin").org, actor, role: "admin", door: "rest" });
};

describe("an account at a provider", () => {
  test("signs in whoever linked it, and is recognized by its subject whatever its address says", async () => {
    const { ctx, personId } = await somebody();
    const mine = account();
    expect(await signInWithAccount(mine, null)).toBeNull();
    expect(await linkIdentity.call(ctx, mine)).toEqual({ isNew: true });
    const renamed = { ...mine, login: "renamed", email: "new@github.example", isEmailVerified: false };
    expect(await personOf(await signInWithAccount(renamed, "a browser"))).toBe(personId);
    const { items } = await listIdentities.call(ctx, {});
    expect(items).toMatchObject([{ login: "renamed", email: "new@github.example" }]);
    expect(items[0]?.lastUsedAt).not.toBeNull();
    // What a provider says about an address changes nothing about the person.
    const [person] = await database.owner`select email from people where id = ${personId}`;
    expect(person?.["email"]).not.toBe("new@github.example");
  });

  test("is nobody's although its confirmed address is somebody's", async () => {
    const { email } = await somebody("correct horse battery");
    expect(await signInWithAccount(account({ email, isEmailVerified: true }), null)).toBeNull();
    expect(await signInWithAccount(account({ email: email.toUpperCase(), isEmailVerified: true }), null)).toBeNull();
  });

  test("is another one at another issuer, or with a subject that only looks alike", async () => {
    const { ctx } = await somebody();
    const mine = account({ subject: `A${randomUUID()}` });
    await linkIdentity.call(ctx, mine);
    expect(await signInWithAccount({ ...mine, issuer: "https://github.evil.example" }, null)).toBeNull();
    expect(await signInWithAccount({ ...mine, provider: "oidc" }, null)).toBeNull();
    expect(await signInWithAccount({ ...mine, subject: mine.subject.toLowerCase() }, null)).toBeNull();
    expect(await signInWithAccount({ ...mine, subject: `${mine.subject} ` }, null)).toBeNull();
  });

  test("is one person's: another one cannot link it, also not at the same moment", async () => {
    const [one, two] = [await somebody(), await somebody()];
    const shared = account();
    const results = await Promise.allSettled([one, two].map(({ ctx }) => linkIdentity.call(ctx, shared)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refusal = results.find((result) => result.status === "rejected");
    expect(refusal?.reason).toMatchObject({ code: "conflict" });
    // Who has it links it again: nothing changes.
    const owner = results[0]?.status === "fulfilled" ? one : two;
    expect(await linkIdentity.call(owner.ctx, shared)).toEqual({ isNew: false });
  });
});

describe("ways to sign in", () => {
  test("are linked and unlinked on record; nobody else's are there", async () => {
    const { ctx, personId } = await somebody("correct horse battery");
    await linkIdentity.call(ctx, account());
    const { items, hasPassword } = await listIdentities.call(ctx, {});
    expect([items.length, hasPassword]).toEqual([1, true]);
    const id = items[0]?.id ?? "";
    const other = await somebody();
    expect((await listIdentities.call(other.ctx, {})).items).toEqual([]);
    await expect(unlinkIdentity.call(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await unlinkIdentity.call(ctx, { id });
    await expect(unlinkIdentity.call(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await auditOf(personId)).toMatchObject([
      { operation: "identity.link", after: { provider: "github", login: "octocat", isNew: true } },
      { operation: "identity.unlink", before: { provider: "github", login: "octocat" }, after: null },
    ]);
  });

  test("the last that works stays, also when two are taken away at the same moment", async () => {
    const { ctx } = await somebody();
    await linkIdentity.call(ctx, account({ login: "one" }));
    await linkIdentity.call(ctx, account({ login: "two" }));
    // Of a provider that is not set up (any more): it signs nobody in.
    await linkIdentity.call(ctx, account({ provider: "oidc", issuer: "https://gone.example" }));
    const { items } = await listIdentities.call(ctx, {});
    const github = items.filter(({ provider }) => provider === "github");
    const results = await Promise.allSettled(github.map(({ id }) => unlinkIdentity.call(ctx, { id })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    const useless = items.find(({ provider }) => provider === "oidc");
    await expect(unlinkIdentity.call(ctx, { id: useless?.id ?? "" })).resolves.toBeDefined();
  });

  test("a key has none, and bad input names its field", async () => {
    const key = keyContext();
    await expect(listIdentities.call(key, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(linkIdentity.call(key, account())).rejects.toMatchObject({ code: "forbidden" });
    await expect(unlinkIdentity.call(key, { id: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
    const { ctx } = await somebody();
    await expect(unlinkIdentity.call(ctx, { id: "no" })).rejects.toMatchObject({ fields: [{ path: "id" }] });
    await expect(linkIdentity.call(ctx, account({ subject: "" }))).rejects.toMatchObject({
      fields: [{ path: "subject" }],
    });
  });
});
