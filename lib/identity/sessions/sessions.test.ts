import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { globalTransaction } from "#db/transactions.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { changeRole } from "#lib/identity/members/change-role.ts";
import { removeMember } from "#lib/identity/members/remove-member.ts";
import { createDemoLinks } from "#lib/identity/sessions/create-demo-links.ts";
import { createSession } from "#lib/identity/sessions/create-session.ts";
import { endSession } from "#lib/identity/sessions/end-session.ts";
import { resolveSession } from "#lib/identity/sessions/resolve-session.ts";
import { signInWithLink } from "#lib/identity/sessions/sign-in-with-link.ts";
import { signInWithPassword } from "#lib/identity/sessions/sign-in-with-password.ts";
import { hashToken, makeToken } from "#lib/kernel/tokens.ts";

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const password = "correct horse battery";
const personOf = (role: "viewer" | "member" | "admin") => org.as(role).actor.personId ?? "";
const open = (personId: string) => globalTransaction((tx) => createSession(tx, personId, "a browser"));

async function newPerson(parts: { password?: string } = {}) {
  const email = `${randomUUID()}@harbourline.example`;
  const { personId } = await addMember.call(org.as("admin"), { email, name: "Somebody", role: "viewer", ...parts });
  return { email, personId };
}

describe("a session", () => {
  test("knows its person and their organizations, and only its hash is stored", async () => {
    const token = await open(personOf("member"));
    expect(await resolveSession(token)).toMatchObject({
      person: { id: personOf("member") },
      orgs: [{ id: org.id, slug: org.slug, role: "member" }],
    });
    const [row] = await database.owner`select * from sessions where token_hash = ${hashToken(token)}`;
    expect(JSON.stringify(row)).not.toContain(token.slice(-20));
  });

  test("ends at once when it is revoked, and no other with it", async () => {
    const [one, other] = [await open(personOf("viewer")), await open(personOf("viewer"))];
    await endSession(one);
    await endSession(one);
    expect(await resolveSession(one)).toBeNull();
    expect(await resolveSession(other)).not.toBeNull();
  });

  test("ends after its lifetime and after a time without use", async () => {
    const [old, idle, used] = [
      await open(personOf("viewer")),
      await open(personOf("viewer")),
      await open(personOf("viewer")),
    ];
    await database.owner`update sessions set expires_at = now() - interval '1 second' where token_hash = ${hashToken(old)}`;
    await database.owner`update sessions set last_seen_at = now() - interval '12 hours 1 minute' where token_hash = ${hashToken(idle)}`;
    await database.owner`update sessions set last_seen_at = now() - interval '11 hours' where token_hash = ${hashToken(used)}`;
    expect(await resolveSession(old)).toBeNull();
    expect(await resolveSession(idle)).toBeNull();
    expect(await resolveSession(used)).not.toBeNull();
    // Using it starts the time without use again.
    const [row] =
      await database.owner`select last_seen_at > now() - interval '1 minute' as "isFresh" from sessions where token_hash = ${hashToken(used)}`;
    expect(row?.["isFresh"]).toBe(true);
  });

  test("is nothing without its exact token", async () => {
    const token = await open(personOf("viewer"));
    for (const wrong of [
      undefined,
      "",
      token.slice(0, -1),
      `${token}x`,
      makeToken("session").token,
      makeToken("key").token,
    ])
      expect(await resolveSession(wrong)).toBeNull();
  });

  test("sees a changed role and a lost membership with the next request", async () => {
    const { personId } = await newPerson();
    const token = await open(personId);
    await changeRole.call(org.as("admin"), { personId, role: "member" });
    expect((await resolveSession(token))?.orgs.map(({ role }) => role)).toEqual(["member"]);
    await removeMember.call(org.as("admin"), { personId });
    expect((await resolveSession(token))?.orgs).toEqual([]);
  });

  test("lists the organizations of its own person only", async () => {
    const other = await testOrg();
    const { email, personId } = await newPerson();
    await addMember.call(other.as("admin"), { email, name: "Somebody", role: "admin" });
    expect((await resolveSession(await open(personId)))?.orgs.map(({ id, role }) => [id, role]).sort()).toEqual(
      [
        [org.id, "viewer"],
        [other.id, "admin"],
      ].sort(),
    );
    expect((await resolveSession(await open(personOf("viewer"))))?.orgs.map(({ id }) => id)).toEqual([org.id]);
  });
});

describe("signing in with a password", () => {
  const from = (address: string) => ({ address, userAgent: null, browser: null });

  test("works for the right one only, whatever the case of the address", async () => {
    const { email, personId } = await newPerson({ password });
    const token = await signInWithPassword({ email: ` ${email.toUpperCase()} `, password, ...from("192.0.2.1") });
    expect((await resolveSession(token ?? ""))?.person.id).toBe(personId);
    expect(await signInWithPassword({ email, password: `${password}!`, ...from("192.0.2.1") })).toBeNull();
    const [row] = await database.owner`select password_hash from people where id = ${personId}`;
    expect(row?.["password_hash"]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("does not tell whether an address exists, has a password, or what was wrong", async () => {
    const { email } = await newPerson();
    expect(await signInWithPassword({ email, password: "", ...from("192.0.2.2") })).toBeNull();
    expect(
      await signInWithPassword({ email: "nobody@harbourline.example", password, ...from("192.0.2.2") }),
    ).toBeNull();
  });

  test("is slowed after ten attempts on an account from one address, also with the right password, and only there", async () => {
    const { email } = await newPerson({ password });
    await withinOneMinute(async () => {
      for (let attempt = 0; attempt < 10; attempt += 1)
        expect(await signInWithPassword({ email, password: "wrong", ...from("192.0.2.3") })).toBeNull();
      await expect(signInWithPassword({ email, password, ...from("192.0.2.3") })).rejects.toMatchObject({
        code: "rate_limited",
      });
    });
    expect(await signInWithPassword({ email, password, ...from("192.0.2.4") })).not.toBeNull();
    // The count is in the database, so a restart does not reset it; a minute does.
    await database.owner`update sign_in_attempts set window_at = window_at - interval '1 minute' where bucket like '%192.0.2.3'`;
    expect(await signInWithPassword({ email, password, ...from("192.0.2.3") })).not.toBeNull();
  });

  test("is slowed per address when many accounts are tried", async () => {
    await database.owner`insert into sign_in_attempts (bucket, window_at, attempts)
      select 'network:192.0.2.5', date_bin('1 minute', now(), 'epoch') + make_interval(mins => minute), 50 from generate_series(0, 1) minute`;
    await expect(
      signInWithPassword({ email: "fresh@harbourline.example", password, ...from("192.0.2.5") }),
    ).rejects.toMatchObject({ code: "rate_limited" });
  });
});

/** Attempts are counted per minute of the clock: starts early enough in one for `work` to end in it. */
async function withinOneMinute(work: () => Promise<void>): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 20_000) await new Promise((resolve) => setTimeout(resolve, left + 100));
  await work();
}

describe("a sign-in link", () => {
  async function demoLinks() {
    const ines = "ines@harbourline.example";
    await addMember.call(org.as("admin"), { email: ines, name: "Ines Okafor", role: "admin" }).catch(() => {});
    return (await createDemoLinks()).map(({ url }) => url.split("#")[1] ?? "");
  }

  test("opens one session, once, also when it is used twice at the same moment", async () => {
    const [token = ""] = await demoLinks();
    const tokens = await Promise.all(Array.from({ length: 8 }, () => signInWithLink(token, null)));
    expect(tokens.filter((session) => session !== null)).toHaveLength(1);
    expect(await signInWithLink(token, null)).toBeNull();
  });

  test("stops working with the next start, and after its time", async () => {
    const [first = ""] = await demoLinks();
    const [second = ""] = await demoLinks();
    expect(await signInWithLink(first, null)).toBeNull();
    await database.owner`update sign_in_links set expires_at = now() - interval '1 second' where token_hash = ${hashToken(second)}`;
    expect(await signInWithLink(second, null)).toBeNull();
    expect(await signInWithLink(makeToken("link").token, null)).toBeNull();
  });

  test("is not a setup link, and its token is in the part of the address that is never sent", async () => {
    await demoLinks();
    for (const { url } of await createDemoLinks())
      expect(new URL(url)).toMatchObject({ pathname: "/signin/link", search: "" });
    const { token, hash } = makeToken("link");
    await database.owner`insert into sign_in_links (token_hash, purpose, expires_at) values (${hash}, 'setup', now() + interval '1 hour')`;
    expect(await signInWithLink(token, null)).toBeNull();
  });
});
