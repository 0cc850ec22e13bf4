import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { globalTransaction } from "#db/transactions.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { changePassword } from "#lib/identity/people/change-password.ts";
import { chooseRegion } from "#lib/identity/people/choose-region.ts";
import { renamePerson } from "#lib/identity/people/rename-person.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { listSessions } from "#lib/identity/sessions/list-sessions.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { revokeSession } from "#lib/identity/sessions/revoke-session.ts";
import { revokeSessions } from "#lib/identity/sessions/revoke-sessions.ts";
import { signInWithPassword } from "#lib/identity/sessions/sign-in-with-password.ts";
import { type Context, makeContext } from "#lib/kernel/context.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const password = "correct horse battery";

/** A new viewer, signed in at three places; `ctx` is the first of them. */
async function somebody() {
  const email = `${randomUUID()}@harbourline.example`;
  const { personId } = await addMember.call(org.as("admin"), { email, name: "Somebody", role: "viewer", password });
  const tokens: string[] = [];
  for (const agent of ["first", "second", "third"])
    tokens.push(await globalTransaction((tx) => createSession(tx, personId, agent)));
  const sessionId = (await resolveSession(tokens[0]))?.sessionId;
  const actor = { kind: "user", id: personId, personId, name: "Somebody", email, sessionId } as const;
  const ctx = makeContext({ org: ctxOrg(), actor, role: "viewer", door: "mutation" });
  const isOpen = async () => (await Promise.all(tokens.map(resolveSession))).map((session) => session !== null);
  return { email, personId, ctx, isOpen, tokens };
}

const ctxOrg = () => org.as("admin").org;
const keyContext = (): Context =>
  makeContext({ org: ctxOrg(), actor: { kind: "key", id: randomUUID(), name: "a key" }, role: "admin", door: "rest" });
const auditOf = (personId: string) =>
  database.owner<{ operation: string; after: unknown }[]>`
    select operation, after from audit_entries where actor_id = ${personId} order by at`;

describe("sessions of the own account", () => {
  test("are listed, this one first; ended ones and other people's are not", async () => {
    const { ctx } = await somebody();
    await somebody();
    const { items } = await listSessions.call(ctx, {});
    expect(items.map(({ userAgent, isCurrent }) => [userAgent, isCurrent])).toEqual([
      ["first", true],
      ["third", false],
      ["second", false],
    ]);
    await revokeSession.call(ctx, { id: items[1]?.id ?? "" });
    expect((await listSessions.call(ctx, {})).items.map(({ userAgent }) => userAgent)).toEqual(["first", "second"]);
  });

  test("one is ended at once, on record; a stranger's is not there", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const { items } = await listSessions.call(one.ctx, {});
    const id = items.at(-1)?.id ?? "";
    await expect(revokeSession.call(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeSession.call(org.as("admin"), { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await one.isOpen()).toEqual([true, true, true]);
    await revokeSession.call(one.ctx, { id });
    expect(await one.isOpen()).toEqual([true, false, true]);
    await expect(revokeSession.call(one.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await auditOf(one.personId)).toMatchObject([{ operation: "session.revoke" }]);
    await expect(revokeSession.call(one.ctx, { id: "no" })).rejects.toMatchObject({ fields: [{ path: "id" }] });
  });

  test("all others are ended, or all", async () => {
    const { ctx, isOpen, personId } = await somebody();
    expect(await revokeSessions.call(ctx, {})).toEqual({ count: 2 });
    expect(await isOpen()).toEqual([true, false, false]);
    expect(await revokeSessions.call(ctx, { keepsCurrent: false })).toEqual({ count: 1 });
    expect(await isOpen()).toEqual([false, false, false]);
    expect(await auditOf(personId)).toHaveLength(2);
    await expect(revokeSessions.call(ctx, { keepsCurrent: "no" as never })).rejects.toMatchObject({
      fields: [{ path: "keepsCurrent" }],
    });
  });
});

describe("the own name and password", () => {
  test("a name is changed, on record", async () => {
    const { ctx, personId } = await somebody();
    await renamePerson.call(ctx, { name: "  Somebody Else " });
    expect(await database.owner`select name from people where id = ${personId}`).toEqual([{ name: "Somebody Else" }]);
    expect(await auditOf(personId)).toMatchObject([{ operation: "person.rename", after: { name: "Somebody Else" } }]);
    await expect(renamePerson.call(ctx, { name: " " })).rejects.toMatchObject({ fields: [{ path: "name" }] });
  });

  test("a region for dates and numbers is chosen, on record, and given back to the browser", async () => {
    const { ctx, personId, tokens } = await somebody();
    const region = async () => (await resolveSession(tokens[0]))?.person.region;
    expect(await region()).toBeNull();
    await chooseRegion.call(ctx, { region: "DE" });
    expect(await region()).toBe("DE");
    await chooseRegion.call(ctx, { region: null });
    expect(await region()).toBeNull();
    expect(await auditOf(personId)).toMatchObject([
      { operation: "region.choose", after: { region: "DE" } },
      { operation: "region.choose", after: { region: null } },
    ]);
    await expect(chooseRegion.call(ctx, { region: "XX" as never })).rejects.toMatchObject({
      fields: [{ path: "region" }],
    });
  });

  test("a password takes the current one and ends the other sessions", async () => {
    const { ctx, isOpen, email, personId } = await somebody();
    const newPassword = "another horse battery";
    await expect(changePassword.call(ctx, { currentPassword: "wrong", newPassword })).rejects.toMatchObject({
      fields: [{ path: "currentPassword" }],
    });
    await expect(changePassword.call(ctx, { currentPassword: password, newPassword: "short" })).rejects.toMatchObject({
      fields: [{ path: "newPassword" }],
    });
    expect(await isOpen()).toEqual([true, true, true]);
    expect(await changePassword.call(ctx, { currentPassword: password, newPassword })).toEqual({ sessionsEnded: 2 });
    expect(await isOpen()).toEqual([true, false, false]);
    const from = { email, address: "192.0.2.40", userAgent: null, browser: null };
    expect(await signInWithPassword({ ...from, password })).toBeNull();
    expect(await signInWithPassword({ ...from, password: newPassword })).not.toBeNull();
    expect(JSON.stringify(await auditOf(personId))).not.toMatch(/horse|argon2/);
  });

  test("guessing the current password at an open browser is slowed", async () => {
    const { ctx, personId } = await somebody();
    await database.owner`insert into sign_in_attempts (bucket, window_at, attempts)
      select ${`password:${personId}`}, date_bin('1 minute', now(), 'epoch') + make_interval(mins => minute), 10 from generate_series(0, 1) minute`;
    const input = { currentPassword: password, newPassword: "another horse battery" };
    await expect(changePassword.call(ctx, input)).rejects.toMatchObject({ code: "rate_limited" });
  });
});

test("a key has no account, whatever its role", async () => {
  const ctx = keyContext();
  const id = randomUUID();
  await expect(listSessions.call(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(revokeSession.call(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(revokeSessions.call(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(chooseRegion.call(ctx, { region: "DE" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(renamePerson.call(ctx, { name: "Key" })).rejects.toMatchObject({ code: "forbidden" });
  const input = { currentPassword: password, newPassword: password };
  await expect(changePassword.call(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
});
