import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeTestDatabase, type TestDatabase, testDatabase } from "#db/testing.ts";
import {
  beginFlow,
  callbackAddress,
  type FlowPurpose,
  nonceOf,
  verifierOf,
} from "#lib/identity/providers/begin-flow.ts";
import { configuredProviders, type Provider } from "#lib/identity/providers/configured-providers.ts";
import { finishFlow } from "#lib/identity/providers/finish-flow.ts";
import { startOidcProvider, walkThrough } from "#lib/identity/providers/fixtures/start-oidc-provider.ts";
import { readAccount } from "#lib/identity/providers/read-account.ts";
import { parseSettings } from "#lib/kernel/env.ts";

// The providers of these tests are on this machine.
vi.stubEnv("CAUSEWAY_PRIVATE_NETWORKS", "127.0.0.1/32");

let database: TestDatabase;
const findPerson = (login: string) =>
  login === "robin" ? { email: "robin@idp.example", name: "Robin Vega" } : undefined;
const stops: (() => Promise<void>)[] = [];
let provider: Provider;
let impatient: Provider;
const signIn: FlowPurpose = { purpose: "sign-in", next: "/harbourline" };

beforeAll(async () => {
  database = await testDatabase();
  const start = async (codeLastsSeconds: number): Promise<Provider> => {
    const started = await startOidcProvider({
      redirectUri: callbackAddress({ id: "oidc" }),
      findPerson,
      codeLastsSeconds,
    });
    stops.push(started.stop);
    return { id: "oidc", name: "SSO", ...started };
  };
  [provider, impatient] = [await start(60), await start(1)];
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await closeTestDatabase();
});

async function walked(of = provider, login = "robin") {
  const { url, browserSecret } = await beginFlow(of, signIn, null);
  return { answered: await walkThrough(url, login), browserSecret };
}
const checksOf = (answered: URL, secret: string) => {
  const state = answered.searchParams.get("state") ?? "";
  return { state, nonce: nonceOf(state, secret), verifier: verifierOf(state, secret) };
};

describe("a certified provider", () => {
  test("says who somebody is, at the end of a way that this browser began", async () => {
    const { answered, browserSecret } = await walked();
    expect(await finishFlow(provider, answered, browserSecret)).toEqual({
      purpose: signIn,
      account: {
        provider: "oidc",
        issuer: provider.issuer,
        subject: "robin",
        email: "robin@idp.example",
        isEmailVerified: true,
        login: "robin",
        name: "Robin Vega",
      },
    });
  });

  test("is asked with state, nonce and PKCE, and nothing of them is stored", async () => {
    const { url, browserSecret } = await beginFlow(provider, signIn, null);
    const asked = new URL(url).searchParams;
    const state = asked.get("state") ?? "";
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      redirect_uri: callbackAddress(provider),
      scope: "openid email profile",
      code_challenge_method: "S256",
      nonce: nonceOf(state, browserSecret),
    });
    const rows = JSON.stringify(await database.owner`select * from sign_in_flows`);
    for (const secret of [state, browserSecret, asked.get("nonce") ?? "", verifierOf(state, browserSecret)]) {
      expect(secret.length).toBeGreaterThanOrEqual(43);
      expect(rows).not.toContain(secret);
    }
  });

  test("two ways at once, in two tabs of one browser, do not disturb each other", async () => {
    const first = await beginFlow(provider, signIn, null);
    const second = await beginFlow(provider, { purpose: "sign-in", next: "/second" }, first.browserSecret);
    expect(second.browserSecret).toBe(first.browserSecret);
    const answers = [await walkThrough(second.url, "robin"), await walkThrough(first.url, "robin")];
    const finished = [];
    for (const answered of answers) finished.push(await finishFlow(provider, answered, first.browserSecret));
    expect(finished.map(({ purpose }) => purpose)).toEqual([{ purpose: "sign-in", next: "/second" }, signIn]);
  });
});

describe("a way is refused", () => {
  const refused = (answered: URL, secret: string | undefined, of = provider) =>
    expect(finishFlow(of, answered, secret)).rejects;

  test("with a state that is not ours, or none", async () => {
    const { answered, browserSecret } = await walked();
    const wrong = new URL(answered);
    wrong.searchParams.set("state", "x".repeat(43));
    await refused(wrong, browserSecret).toMatchObject({ reason: "expired" });
    wrong.searchParams.delete("state");
    await refused(wrong, browserSecret).toMatchObject({ reason: "expired" });
    // The right one still works: somebody else's guess did not use it up.
    await expect(finishFlow(provider, answered, browserSecret)).resolves.toBeDefined();
  });

  test("the second time", async () => {
    const { answered, browserSecret } = await walked();
    const both = await Promise.allSettled([1, 2].map(() => finishFlow(provider, answered, browserSecret)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await refused(answered, browserSecret).toMatchObject({ reason: "expired" });
  });

  test("in another browser, or one that lost its cookie, and is used up by the attempt", async () => {
    const [one, two] = [await walked(), await walked()];
    await refused(one.answered, undefined).toMatchObject({ reason: "expired" });
    await refused(one.answered, two.browserSecret).toMatchObject({ reason: "expired" });
    await refused(one.answered, one.browserSecret).toMatchObject({ reason: "expired" });
  });

  test("after a quarter of an hour, and at another provider than the one asked", async () => {
    const [old, mixed] = [await walked(), await walked()];
    await refused(mixed.answered, mixed.browserSecret, { ...provider, id: "google" }).toMatchObject({
      reason: "expired",
    });
    await database.owner`update sign_in_flows set expires_at = now() - interval '1 second'`;
    await refused(old.answered, old.browserSecret).toMatchObject({ reason: "expired" });
  });

  test("when the person said no", async () => {
    const { url, browserSecret } = await beginFlow(provider, signIn, null);
    const answered = new URL(callbackAddress(provider));
    answered.searchParams.set("state", new URL(url).searchParams.get("state") ?? "");
    answered.searchParams.set("error", "access_denied");
    await refused(answered, browserSecret).toMatchObject({ reason: "declined" });
  });

  test("when nonce, PKCE verifier or issuer of the answer are not what was begun with", async () => {
    for (const change of [{ nonce: "another" }, { verifier: "v".repeat(43) }, { verifier: "" }]) {
      const { answered, browserSecret } = await walked();
      const checks = { ...checksOf(answered, browserSecret), ...change };
      await expect(readAccount(provider, answered, checks), JSON.stringify(change)).rejects.toMatchObject({
        reason: "untrusted",
      });
    }
    const { answered, browserSecret } = await walked();
    answered.searchParams.set("iss", "https://evil.example");
    await refused(answered, browserSecret).toMatchObject({ reason: "untrusted" });
  });

  test("when the code has expired, was used before or was made up", async () => {
    const { answered, browserSecret } = await walked(impatient);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await refused(answered, browserSecret, impatient).toMatchObject({ reason: "untrusted" });
    const used = await walked();
    const checks = checksOf(used.answered, used.browserSecret);
    await readAccount(provider, used.answered, checks);
    await expect(readAccount(provider, used.answered, checks)).rejects.toMatchObject({ reason: "untrusted" });
    used.answered.searchParams.set("code", "made-up");
    await expect(readAccount(provider, used.answered, checks)).rejects.toMatchObject({ reason: "untrusted" });
  });

  test("when the provider does not answer, or is where nothing may be connected to", async () => {
    const nobody = { ...provider, issuer: "http://127.0.0.1:9" };
    await expect(beginFlow(nobody, signIn, null)).rejects.toMatchObject({ reason: "unreachable" });
    const inside = { ...provider, issuer: "http://10.1.2.3" };
    await expect(beginFlow(inside, signIn, null)).rejects.toMatchObject({ reason: "unreachable" });
  });
});

test("a provider that is set up by half is refused at the start, by name", () => {
  expect(() => parseSettings({ CAUSEWAY_OIDC_ISSUER: "https://id.example" })).toThrow(
    "CAUSEWAY_OIDC_ISSUER is set without CAUSEWAY_OIDC_CLIENT_ID and CAUSEWAY_OIDC_CLIENT_SECRET",
  );
  expect(configuredProviders(parseSettings({}))).toEqual([]);
});
