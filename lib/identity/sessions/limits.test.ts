import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeTestDatabase, type TestDatabase, type TestOrg, testDatabase, testOrg } from "#db/testing.ts";
import { addMember } from "#lib/identity/members/add-member.ts";
import { hasSignedIn, readKnownBrowser, rememberSignIn } from "#lib/identity/sessions/known-browser.ts";
import { networkKey } from "#lib/identity/sessions/network-key.ts";
import { signInWithPassword } from "#lib/identity/sessions/sign-in-with-password.ts";

vi.stubEnv("CAUSEWAY_SECRET", "a secret of tests that is long enough for the settings");

let database: TestDatabase;
let org: TestOrg;
beforeAll(async () => {
  database = await testDatabase();
  org = await testOrg();
});
afterAll(closeTestDatabase);

const password = "correct horse battery";
async function victim() {
  const email = `${randomUUID()}@harbourline.example`;
  await addMember.call(org.as("admin"), { email, name: "Victim", role: "viewer", password });
  return email;
}
type Parts = { address: string; cookie?: string; password?: string };
const attempt = (email: string, { address, cookie, password: tried = "guess" }: Parts) =>
  signInWithPassword({ email, password: tried, address, userAgent: null, browser: readKnownBrowser(cookie) }).then(
    (token) => (token === null ? "wrong" : "in"),
    (error: { code: string }) => error.code,
  );
const addressOf = (index: number) => `198.18.${Math.floor(index / 250)}.${(index % 250) + 1}`;

describe("an attacker with a thousand addresses", () => {
  test("gets a hundred guesses an hour, and cannot keep the person out of the browser they use", async () => {
    const email = await victim();
    const usual = rememberSignIn(null, email);
    const outcomes: string[] = [];
    // Only what is not evaluated is fast: the hashes of the first hundred take most of this test's time.
    for (let start = 0; start < 1_000; start += 50)
      outcomes.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, (_, index) => attempt(email, { address: addressOf(start + index) })),
        )),
      );
    const count = (outcome: string) => outcomes.filter((found) => found === outcome).length;
    expect({ evaluated: count("wrong"), refused: count("rate_limited") }).toEqual({ evaluated: 100, refused: 900 });
    // The right password from a strange browser is stopped as well; nothing tells that it was right.
    expect(await attempt(email, { address: "203.0.113.1", password })).toBe("rate_limited");
    expect(await attempt(email, { address: "203.0.113.1", cookie: usual, password })).toBe("in");
    // Also from a network that is used up, such as the attacker's own.
    expect(await attempt(email, { address: addressOf(0), cookie: usual, password })).toBe("in");
    // Other accounts are not touched, and neither is this one an hour later.
    expect(await attempt(await victim(), { address: "203.0.113.2", password })).toBe("in");
    await database.owner`update sign_in_attempts set window_at = window_at - interval '61 minutes'`;
    expect(await attempt(email, { address: "203.0.113.1", password })).toBe("in");
  }, 120_000);

  test("gets no more from many addresses of one IPv6 network than from one", async () => {
    const email = await victim();
    await database.owner`insert into sign_in_attempts (bucket, window_at, attempts)
      select ${`account:${email}|2001:db8:1:2::/64`}, date_bin('1 minute', now(), 'epoch') + make_interval(mins => minute), 10 from generate_series(0, 1) minute`;
    expect(await attempt(email, { address: "2001:db8:1:2:ffff::99", password })).toBe("rate_limited");
    expect(await attempt(email, { address: "2001:db8:1:3::99", password })).toBe("in");
  });
});

describe("a browser that somebody signed in with", () => {
  test("has attempts of its own, and no more than any other", async () => {
    const email = await victim();
    const cookie = rememberSignIn(null, email);
    const { id } = readKnownBrowser(cookie) ?? {};
    await database.owner`insert into sign_in_attempts (bucket, window_at, attempts)
      select ${`browser:${id}|${email}`}, date_bin('1 minute', now(), 'epoch') + make_interval(mins => minute), 10 from generate_series(0, 1) minute`;
    expect(await attempt(email, { address: "203.0.113.9", cookie, password })).toBe("rate_limited");
  });

  test("is known for this person only, and cannot be made up", async () => {
    const [email, other] = [await victim(), await victim()];
    const cookie = rememberSignIn(null, email);
    expect(hasSignedIn(readKnownBrowser(cookie), ` ${email.toUpperCase()}`)).toBe(true);
    expect(hasSignedIn(readKnownBrowser(cookie), other)).toBe(false);
    const [id = "", mark = ""] = cookie.split(".");
    const made = [
      "A".repeat(22),
      `${"A".repeat(22)}.${mark}`,
      `${id}.${"A".repeat(22)}`,
      "",
      "x",
      `${id}.${mark}.x`,
      `${cookie}${".".repeat(400)}`,
    ];
    expect(made.map((text) => hasSignedIn(readKnownBrowser(text), email))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  test("remembers the last five people", () => {
    const people = Array.from({ length: 7 }, (_, index) => `person-${index}@harbourline.example`);
    const cookie = people.reduce<string | null>(
      (before, email) => rememberSignIn(readKnownBrowser(before ?? ""), email),
      null,
    );
    const known = people.filter((email) => hasSignedIn(readKnownBrowser(cookie ?? ""), email));
    expect(known).toEqual(people.slice(2));
    expect(cookie?.length).toBeLessThan(200);
  });
});

test("addresses are counted by the network that somebody can have", () => {
  expect(networkKey("192.0.2.7")).toBe("192.0.2.7");
  expect(networkKey("::ffff:192.0.2.7")).toBe("192.0.2.7");
  expect(networkKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(networkKey("2001:db8:1:2::1")).toBe("2001:db8:1:2::/64");
  expect(networkKey("::1")).toBe("0:0:0:0::/64");
  for (const odd of ["unknown", "", "1.2.3", "<script>"]) expect(networkKey(odd)).toBe("unknown");
});
