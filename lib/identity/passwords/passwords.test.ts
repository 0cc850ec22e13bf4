import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { globalTransaction } from "#db/transactions.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { createPasswordLink } from "#lib/identity/passwords/create-password-link.ts";
import { requestReset } from "#lib/identity/passwords/request-reset.ts";
import { resetPassword, resetPasswordByLink } from "#lib/identity/passwords/reset-password.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { signInWithPassword } from "#lib/identity/sessions/sign-in-with-password.ts";
import { makeToken } from "#lib/kernel/tokens.ts";

vi.stubEnv("CAUSEWAY_SECRET", "a secret of tests that is long enough for the settings");

let database: TestDatabase;
let org: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  [org, other] = [await testOrg(), await testOrg()];
});
afterAll(closeTestDatabase);

const [oldPassword, newPassword] = ["correct horse battery", "another horse battery"];
async function member() {
  const email = `${randomUUID()}@harbourline.example`;
  const person = { email, name: "Somebody", role: "viewer" as const, password: oldPassword };
  const { personId } = await addMember.call(org.as("admin"), person);
  return { email, personId };
}
const tokenOf = (link: string | null) => new URL(link ?? "").hash.slice(1);
const make = async (personId: string) => tokenOf((await createPasswordLink.call(org.as("admin"), { personId })).link);
const signIn = (email: string, password: string) =>
  signInWithPassword({ email, password, address: "192.0.2.77", userAgent: null, browser: null });
const gone = { code: "not_found" };

describe("a link for a new password", () => {
  test("sets it once, ends every session, and both ends are on record", async () => {
    const { email, personId } = await member();
    const sessions = [1, 2].map(() => globalTransaction((tx) => createSession(tx, personId, null)));
    const token = await make(personId);
    const use = () => resetPasswordByLink({ token, password: newPassword });
    const results = await Promise.allSettled([use(), use()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await Promise.all((await Promise.all(sessions)).map((session) => resolveSession(session)))).toEqual([
      null,
      null,
    ]);
    expect([await signIn(email, oldPassword), typeof (await signIn(email, newPassword))]).toEqual([null, "string"]);
    await expect(use()).rejects.toMatchObject(gone);
    const entries = await database.owner`
      select operation, actor_id, after from audit_entries where org_id = ${org.id} and subject_id = ${personId} and operation like 'password.%' order by id`;
    expect(entries).toMatchObject([
      { operation: "password.create-link", actor_id: org.as("admin").actor.id, after: { isMailed: false } },
      { operation: "password.reset", actor_id: personId, after: { sessionsEnded: 2 } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/horse|argon2|causeway_link/);
  });

  test("is replaced by a newer one, and does not live longer than a day", async () => {
    const { personId } = await member();
    const [first, second] = [await make(personId), await make(personId)];
    await expect(resetPasswordByLink({ token: first, password: newPassword })).rejects.toMatchObject(gone);
    const [row] = await database.owner`
      select max(expires_at) between now() + interval '23 hours' and now() + interval '24 hours' as fits from sign_in_links where person_id = ${personId}`;
    expect(row?.["fits"]).toBe(true);
    await database.owner`update sign_in_links set expires_at = now() - interval '1 second' where person_id = ${personId}`;
    await expect(resetPasswordByLink({ token: second, password: newPassword })).rejects.toMatchObject(gone);
  });

  test("is no other link, and no other link is one", async () => {
    const demo = makeToken("link");
    await database.owner`insert into sign_in_links (token_hash, purpose, person_id, expires_at)
      values (${demo.hash}, 'demo', ${org.as("admin").actor.id}, now() + interval '1 hour')`;
    for (const token of [demo.token, makeToken("link").token, makeToken("session").token, ""])
      await expect(resetPasswordByLink({ token, password: newPassword })).rejects.toMatchObject(gone);
  });

  test("is made by an admin, for members of the own organization who work nowhere else", async () => {
    const { personId, email } = await member();
    for (const role of ["viewer", "member"] as const)
      await expect(createPasswordLink.call(org.as(role), { personId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(createPasswordLink.call(other.as("admin"), { personId })).rejects.toMatchObject(gone);
    await expect(createPasswordLink.call(org.as("admin"), { personId: "1" })).rejects.toMatchObject({
      fields: [{ path: "personId" }],
    });
    // The link would give away the other organization as well.
    await addMember.call(other.as("admin"), { email, name: "Somebody", role: "admin" });
    await expect(createPasswordLink.call(org.as("admin"), { personId })).rejects.toMatchObject({ code: "conflict" });
    const input = { personId: "1", passwordHash: "x" };
    await expect(resetPassword.call(org.as("viewer"), input)).rejects.toMatchObject({ fields: [{ path: "personId" }] });
  });
});

describe("asking for a new password", () => {
  test("does the same for every address before it answers", async () => {
    const { email } = await member();
    const statements = async (address: string) => {
      const before = await database.owner`select count(*)::int as count from sign_in_attempts`;
      const work = await requestReset(address, "192.0.2.80");
      expect(typeof work).toBe("function");
      const after = await database.owner`select count(*)::int as count from sign_in_attempts`;
      return [before, after].map((rows) => rows[0]?.["count"] as number);
    };
    await statements("warm@harbourline.example");
    const [known, unknown] = [await statements(email), await statements("nobody@harbourline.example")];
    expect((known[1] ?? 0) - (known[0] ?? 0)).toBe((unknown[1] ?? 0) - (unknown[0] ?? 0));
    expect(await database.owner`select 1 from graphile_worker._private_jobs`).toHaveLength(0);
  });

  test("is slowed per network", async () => {
    await database.owner`insert into sign_in_attempts (bucket, window_at, attempts)
      select 'reset:192.0.2.81', date_bin('1 minute', now(), 'epoch') + make_interval(mins => minute), 10 from generate_series(0, 1) minute`;
    await expect(requestReset("a@harbourline.example", "192.0.2.81")).rejects.toMatchObject({ code: "rate_limited" });
  });
});
