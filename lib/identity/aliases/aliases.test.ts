import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { tenantTransaction } from "#db/transactions.ts";
import { decideAliases } from "#lib/identity/aliases/decide-aliases.ts";
import { listAliases } from "#lib/identity/aliases/list-aliases.ts";
import { noteAliases } from "#lib/identity/aliases/note-aliases.ts";
import { parseAuthor } from "#lib/identity/aliases/parse-author.ts";
import type { SeenAlias } from "#lib/identity/aliases/schema.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  other = await testOrg();
});
beforeEach(async () => {
  org = await testOrg();
});
afterAll(closeTestDatabase);

const join = async (name: string, email = `${randomUUID()}@example.com`, of = org) =>
  (await addMember.call(of.as("admin"), { email, name, role: "member" })).personId;
const note = (seen: (Partial<SeenAlias> & { value: string })[], of = org) =>
  tenantTransaction({ orgId: of.id }, (tx) =>
    noteAliases(
      tx,
      of.id,
      seen.map((one) => ({ kind: "author", name: null, emails: [], logins: [], ...one })),
    ),
  );
const all = async (of = org) => (await listAliases.call(of.as("viewer"), {})).items;
const one = async (value: string, of = org) => (await all(of)).find((alias) => alias.value === value);
const idOf = async (value: string, of = org) => (await one(value, of))?.id ?? "";
const decide = (ids: string[], decision: Parameters<typeof decideAliases.call>[1]["decision"], of = org) =>
  decideAliases.call(of.as("admin"), { ids, decision });
const link = (personId: string, parts: { login?: string; email?: string; isVerified?: boolean; provider?: string }) =>
  database.owner`insert into identities (person_id, provider, issuer, subject, login, email, is_email_verified)
    values (${personId}, ${parts.provider ?? "github"}, 'https://github.com', ${randomUUID()}, ${parts.login ?? null}, ${parts.email ?? null}, ${parts.isVerified ?? false})`;

describe("a name", () => {
  test("with the e-mail address of a member is theirs, proven, however the address is written", async () => {
    const email = `mixed.${randomUUID()}@example.com`;
    const personId = await join("Ines Okafor", email);
    // The name is the same, too; what proves it is told, not what is alike.
    await note([{ value: "I. Okafor", name: "Ines Okafor", emails: [email.toUpperCase()] }]);
    expect(await one("I. Okafor")).toMatchObject({
      state: "matched",
      person: { id: personId, isMember: true },
      evidence: [{ kind: "same e-mail address", detail: email }],
    });
  });

  test("with a verified address or the GitHub login of an account is theirs; one that nobody verified is not", async () => {
    const personId = await join("Ines Okafor");
    const [verified, unverified] = [`v.${randomUUID()}@example.com`, `u.${randomUUID()}@example.com`];
    await link(personId, { login: "InesO", email: verified, isVerified: true });
    await link(personId, { email: unverified, provider: "oidc", login: "oidc-login" });
    await note([
      { value: "a", emails: [verified] },
      { value: "b", logins: ["ineso"] },
      { value: "c", emails: [unverified] },
      { value: "d", logins: ["oidc-login"] },
    ]);
    expect((await all()).map(({ value, state }) => [value, state])).toEqual([
      ["a", "matched"],
      ["b", "matched"],
      ["c", "open"],
      ["d", "open"],
    ]);
    expect((await one("b"))?.evidence).toEqual([{ kind: "same GitHub login", detail: "ineso" }]);
  });

  test("that is only alike is a guess, and one that could be two people's is nobody's", async () => {
    const personId = await join("Ines Okafor", `ines.${randomUUID()}@example.com`);
    const beginning = (
      await database.owner`select split_part(email, '@', 1) as part from people where id = ${personId}`
    )[0]?.["part"] as string;
    await note([{ value: "x1", name: "ines  OKAFOR" }, { value: beginning }, { value: "x3", name: "Twin" }]);
    expect(await one("x1")).toMatchObject({
      state: "suggested",
      person: { id: personId },
      evidence: [{ kind: "same name" }],
    });
    expect(await one(beginning)).toMatchObject({
      state: "suggested",
      evidence: [{ kind: "begins the e-mail address" }],
    });
    for (const name of ["Twin", "Twin"]) await join(name);
    expect(await one("x3")).toMatchObject({ state: "open", person: null });
    // Two proofs that contradict each other prove nothing.
    const [first, second] = [await join("First"), await join("Second", "second@example.com")];
    await link(first, { login: "first" });
    await note([{ value: "torn", emails: ["second@example.com"], logins: ["first"] }]);
    expect(await one("torn")).toMatchObject({ state: "open", person: null });
    expect(second).not.toBe(first);
  });

  test("of a bot is nobody's, unless somebody says so", async () => {
    const personId = await join("renovate");
    await note([{ value: "renovate[bot]", name: "renovate", isBot: true }]);
    expect(await one("renovate[bot]")).toMatchObject({ state: "ignored", person: null, decidedBy: null });
    await decide([await idOf("renovate[bot]")], { kind: "person", personId });
    expect(await one("renovate[bot]")).toMatchObject({ state: "confirmed", person: { id: personId } });
  });

  test("of somebody who has left is not theirs by itself any more; what was decided stays and says so", async () => {
    const email = `gone.${randomUUID()}@example.com`;
    const personId = await join("Somebody Gone", email);
    await note([{ value: "matched", emails: [email] }, { value: "decided" }]);
    await decide([await idOf("decided")], { kind: "person", personId });
    await removeMember.call(org.as("admin"), { personId });
    expect(await one("matched")).toMatchObject({ state: "open", person: null });
    expect(await one("decided")).toMatchObject({ state: "confirmed", person: { id: personId, isMember: false } });
  });
});

describe("deciding", () => {
  test("accepts what is suggested, one by one for many at once; is audited, told, and can be taken back", async () => {
    const [ines, mateo] = [await join("Ines Okafor"), await join("Mateo Lindqvist")];
    await note([{ value: "i", name: "Ines Okafor" }, { value: "m", name: "Mateo Lindqvist" }, { value: "z" }]);
    const ids = [await idOf("i"), await idOf("m")];
    expect(await decide(ids, { kind: "accept" })).toEqual({ decided: 2 });
    expect(await one("i")).toMatchObject({
      state: "confirmed",
      person: { id: ines },
      evidence: [{ kind: "same name" }],
      decidedBy: org.as("admin").actor.name,
    });
    expect(await one("m")).toMatchObject({ state: "confirmed", person: { id: mateo } });
    // Seen again, and a namesake came: what was decided stays.
    await note([{ value: "i", name: "Somebody Else" }]);
    expect(await one("i")).toMatchObject({ state: "confirmed", person: { id: ines } });
    await note([{ value: "i", name: "Ines Okafor" }]);
    await decide([ids[0] ?? ""], { kind: "undo" });
    expect(await one("i")).toMatchObject({ state: "suggested", person: { id: ines }, decidedBy: null });
    await decide([ids[0] ?? ""], { kind: "nobody" });
    expect(await one("i")).toMatchObject({ state: "ignored", person: null });

    const entries = await database.owner`
      select operation, before, after from audit_entries where org_id = ${org.id} and subject_kind = 'alias' and subject_name = 'i' order by id`;
    expect([...entries]).toEqual([
      {
        operation: "alias.decide-many",
        before: { state: "suggested", person: "Ines Okafor" },
        after: { decision: "accept", person: "Ines Okafor" },
      },
      {
        operation: "alias.decide-many",
        before: { state: "confirmed", person: "Ines Okafor" },
        after: { decision: "undo", person: null },
      },
      {
        operation: "alias.decide-many",
        before: { state: "suggested", person: "Ines Okafor" },
        after: { decision: "nobody", person: null },
      },
    ]);
    const events =
      await database.owner`select 1 from outbox_events where org_id = ${org.id} and topic = 'alias.changed'`;
    expect(events).toHaveLength(3);
  });

  test("is all or nothing: nothing is accepted where somebody has nobody suggested", async () => {
    await join("Ines Okafor");
    await note([{ value: "i", name: "Ines Okafor" }, { value: "z" }]);
    await expect(decide([await idOf("i"), await idOf("z")], { kind: "accept" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "ids", message: "Nobody is suggested for z" }],
    });
    expect((await one("i"))?.state).toBe("suggested");
  });

  test("is an admin's; another organization's names and people are not there; bad input names its field", async () => {
    await note([{ value: "i" }]);
    await note([{ value: "theirs" }], other);
    const id = await idOf("i");
    for (const role of ["viewer", "member"] as const)
      await expect(decideAliases.call(org.as(role), { ids: [id], decision: { kind: "nobody" } })).rejects.toMatchObject(
        { code: "forbidden" },
      );
    expect(await one("theirs")).toBeUndefined();
    await expect(decide([id, await idOf("theirs", other)], { kind: "nobody" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      decide([id], { kind: "person", personId: other.as("admin").actor.personId ?? "" }),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "decision.personId" }],
    });
    await expect(decide([], { kind: "nobody" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "ids" }] });
    await expect(decide(["x"], { kind: "nobody" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "ids.0" }],
    });
    expect((await one("i"))?.state).toBe("open");
  });
});

test("the list is narrowed by state, words, name and person, in pages, and counts all states", async () => {
  const personId = await join("Ines Okafor", "narrow@example.com");
  await note([
    { value: "a", emails: ["narrow@example.com"] },
    { value: "b", name: "Ines Okafor" },
    { value: "c", name: "Needle" },
    { value: "c", kind: "catalog-user", name: "Needle" },
  ]);
  const list = async (input: object) =>
    (await listAliases.call(org.as("viewer"), input)).items.map(({ kind, value }) => `${kind} ${value}`);
  expect((await listAliases.call(org.as("viewer"), {})).counts).toEqual({
    suggested: 1,
    open: 2,
    matched: 1,
    confirmed: 0,
    ignored: 0,
  });
  expect(await list({ state: "suggested" })).toEqual(["author b"]);
  expect(await list({ text: "needle" })).toHaveLength(2);
  expect(await list({ kind: "catalog-user", value: "c" })).toEqual(["catalog-user c"]);
  expect(await list({ personId })).toEqual(["author a"]);
  expect(await list({ limit: 2, page: 2 })).toHaveLength(2);
});

test.each([
  ["Ines Okafor <Ines@Example.com>", { name: "Ines Okafor", emails: ["ines@example.com"], logins: [] }],
  ["ines@example.com", { name: null, emails: ["ines@example.com"], logins: [] }],
  ["Ines <12345+ines-o@users.noreply.github.com>", { name: "Ines", emails: [], logins: ["ines-o"] }],
  ["Ines-O", { name: "Ines-O", emails: [], logins: ["ines-o"] }],
  ["@ines", { name: "@ines", emails: [], logins: ["ines"] }],
  ["Ines Okafor", { name: "Ines Okafor", emails: [], logins: [] }],
  ["<>", { name: "<>", emails: [], logins: [] }],
])("an author written %s is read as what it tells", (text, expected) => {
  expect(parseAuthor(text, false)).toMatchObject({ kind: "author", value: text, isBot: false, ...expected });
});
