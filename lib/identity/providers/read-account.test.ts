import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { closeTestDatabase, testDatabase } from "#db/testing.ts";
import { beginFlow, callbackAddress } from "#lib/identity/providers/begin-flow.ts";
import { configuredProviders, type Provider } from "#lib/identity/providers/configured-providers.ts";
import { type FakeAnswers, startFakeProvider } from "#lib/identity/providers/fixtures/start-fake-provider.ts";
import { readAccount } from "#lib/identity/providers/read-account.ts";
import { parseSettings } from "#lib/kernel/env.ts";

// The providers of these tests are on this machine.
vi.stubEnv("CAUSEWAY_PRIVATE_NETWORKS", "127.0.0.1/32");

const stops: (() => Promise<void>)[] = [];
beforeAll(testDatabase);
afterAll(async () => {
  for (const stop of stops) await stop();
  await closeTestDatabase();
});

describe("a provider that cannot be trusted", () => {
  const answers: FakeAnswers = {} as FakeAnswers;
  const now = () => Math.floor(Date.now() / 1000);
  const claims = (issuer: string) => ({
    iss: issuer,
    aud: "client",
    sub: "10769150350006150715113082367",
    iat: now(),
    exp: now() + 60,
    nonce: "n",
  });
  let fake: Awaited<ReturnType<typeof startFakeProvider>>;
  let google: Provider;
  beforeEach(async () => {
    Object.assign(answers, {
      claims,
      header: { alg: "RS256", kid: "k" },
      hasForeignSignature: false,
      metadata: {},
      token: null,
      tokenStatus: 200,
      userInfo: { sub: claims("").sub },
    } satisfies FakeAnswers);
    fake = await startFakeProvider(answers);
    stops.push(fake.stop);
    google = { id: "google", name: "Google", issuer: fake.issuer, clientId: "client", clientSecret: "secret" };
  });
  const read = () => {
    const answered = new URL(`${callbackAddress(google)}?code=c&state=s`);
    return readAccount(google, answered, { state: "s", verifier: "v".repeat(43), nonce: "n" });
  };

  test("Google's answer is read as Google gives it", async () => {
    answers.claims = (issuer) => ({
      ...claims(issuer),
      azp: "client",
      email: "robin.vega@gmail.example",
      email_verified: true,
      at_hash: undefined,
      name: "Robin Vega",
      picture: "https://lh3.googleusercontent.com/a/photo",
      given_name: "Robin",
      family_name: "Vega",
    });
    expect(await read()).toMatchObject({
      provider: "google",
      issuer: fake.issuer,
      subject: "10769150350006150715113082367",
      email: "robin.vega@gmail.example",
      isEmailVerified: true,
      name: "Robin Vega",
    });
    const exchange = fake.asked.find(({ path }) => path === "/token");
    expect(Object.fromEntries(exchange?.body ?? [])).toMatchObject({ code: "c", code_verifier: "v".repeat(43) });
    expect(exchange?.headers.authorization).toMatch(/^Basic /);
    expect(exchange?.headers["accept-encoding"]).toBe("identity");
  });

  test("an address that is not confirmed is told apart from one that is", async () => {
    for (const [said, isVerified] of [
      [false, false],
      ["false", false],
      [undefined, false],
      ["true", true],
      [true, true],
    ] as const) {
      answers.claims = (issuer) => ({ ...claims(issuer), email: "ceo@harbourline.example", email_verified: said });
      expect((await read()).isEmailVerified, String(said)).toBe(isVerified);
    }
  });

  const lies: [string, () => void][] = [
    ["no signature (alg none)", () => Object.assign(answers, { header: { alg: "none" } })],
    ["a signature with a key that it does not publish", () => Object.assign(answers, { hasForeignSignature: true })],
    [
      "a signature with its public key as a secret",
      () => Object.assign(answers, { header: { alg: "HS256", kid: "k" } }),
    ],
    [
      "another issuer",
      () => Object.assign(answers, { claims: (i: string) => ({ ...claims(i), iss: "https://evil.example" }) }),
    ],
    ["another audience", () => Object.assign(answers, { claims: (i: string) => ({ ...claims(i), aud: "somebody" }) })],
    ["another nonce", () => Object.assign(answers, { claims: (i: string) => ({ ...claims(i), nonce: "m" }) })],
    ["no nonce", () => Object.assign(answers, { claims: (i: string) => ({ ...claims(i), nonce: undefined }) })],
    [
      "a token that has expired",
      () => Object.assign(answers, { claims: (i: string) => ({ ...claims(i), exp: now() - 60 }) }),
    ],
    ["no subject", () => Object.assign(answers, { claims: (i: string) => ({ ...claims(i), sub: undefined }) })],
    ["no ID token", () => Object.assign(answers, { token: { access_token: "a", token_type: "Bearer" } })],
    [
      "another subject where it is asked for the address",
      () => Object.assign(answers, { userInfo: { sub: "other", email: "a@b.example" } }),
    ],
    ["another issuer about itself", () => Object.assign(answers, { metadata: { issuer: "https://evil.example" } })],
    ["an error", () => Object.assign(answers, { token: { error: "invalid_grant" }, tokenStatus: 400 })],
  ];
  test.each(lies)("%s: nobody is signed in", async (_, lie) => {
    await expect(read()).resolves.toBeDefined();
    google = { ...google, clientId: "client", name: "asked anew" };
    lie();
    await expect(read()).rejects.toMatchObject({ reason: "untrusted" });
  });
});

describe("GitHub", () => {
  /** As documented: https://docs.github.com/en/rest/users/users and /emails, and the web application flow. */
  async function startGithub(parts: { emails?: unknown; token?: unknown } = {}) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(
        `${request.method} ${request.url} ${request.headers.authorization ?? ""} ${request.headers["user-agent"]}`,
      );
      const body: Record<string, unknown> = {
        "/login/oauth/access_token": parts.token ?? {
          access_token: "gho_16C7e42F292c6912E7710c838347Ae178B4a",
          scope: "read:user,user:email",
          token_type: "bearer",
        },
        "/api/v3/user": {
          login: "octocat",
          id: 583231,
          node_id: "MDQ6VXNlcjU4MzIzMQ==",
          type: "User",
          site_admin: false,
          name: "The Octocat",
          email: null,
        },
        "/api/v3/user/emails": parts.emails ?? [
          { email: "old@github.example", primary: false, verified: true, visibility: null },
          { email: "octocat@github.example", primary: true, verified: true, visibility: "public" },
        ],
      };
      const found = body[request.url ?? ""];
      response.writeHead(found === undefined ? 404 : 200, { "content-type": "application/json; charset=utf-8" });
      response.end(JSON.stringify(found ?? { message: "Not Found" }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    stops.push(async () => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const environment = {
      CAUSEWAY_GITHUB_CLIENT_ID: "Iv1",
      CAUSEWAY_GITHUB_CLIENT_SECRET: "s",
      CAUSEWAY_GITHUB_URL: url,
    };
    const [github] = configuredProviders(parseSettings(environment));
    if (github === undefined) throw new Error("GitHub is not configured");
    return { github, asked };
  }
  const answered = (of: Provider, state: string) => new URL(`${callbackAddress(of)}?code=c&state=${state}`);
  const checks = { state: "s", verifier: "v".repeat(43), nonce: "" };

  test("an account is its number; the login and the first, confirmed address are what it says today", async () => {
    const { github, asked } = await startGithub();
    const { url } = await beginFlow(github, { purpose: "sign-in", next: "/" }, null);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/login\/oauth\/authorize\?/);
    expect(new URL(url).searchParams.get("code_challenge_method")).toBe("S256");
    expect(await readAccount(github, answered(github, "s"), checks)).toEqual({
      provider: "github",
      issuer: github.issuer,
      subject: "583231",
      email: "octocat@github.example",
      isEmailVerified: true,
      login: "octocat",
      name: "The Octocat",
    });
    expect(asked.slice(1).sort()).toEqual([
      "GET /api/v3/user Bearer gho_16C7e42F292c6912E7710c838347Ae178B4a Causeway",
      "GET /api/v3/user/emails Bearer gho_16C7e42F292c6912E7710c838347Ae178B4a Causeway",
    ]);
  });

  test("an address that GitHub has not confirmed is none to rely on", async () => {
    const { github } = await startGithub({ emails: [{ email: "a@b.example", primary: true, verified: false }] });
    expect(await readAccount(github, answered(github, "s"), checks)).toMatchObject({ isEmailVerified: false });
  });

  test("its way of saying no, with a status of 200, signs nobody in; nor does another state", async () => {
    const error = { error: "bad_verification_code", error_description: "The code passed is incorrect or expired." };
    const { github } = await startGithub({ token: error });
    await expect(readAccount(github, answered(github, "s"), checks)).rejects.toMatchObject({ reason: "untrusted" });
    const { github: honest } = await startGithub();
    await expect(readAccount(honest, answered(honest, "t"), checks)).rejects.toMatchObject({ reason: "untrusted" });
  });
});
