import type { APIRequestContext } from "@playwright/test";
import { makeToken } from "#lib/kernel/tokens.ts";
import { expect, ownerConnection, test } from "../fixtures.ts";

async function makeKey(email: string, role: string): Promise<string> {
  const sql = ownerConnection();
  const { token, hash, prefix } = makeToken("key");
  await sql`
    insert into api_keys (org_id, name, prefix, token_hash, role, created_by, expires_at)
    select m.org_id, 'journey', ${prefix}, ${hash}, ${role}, m.person_id, now() + interval '1 hour'
    from memberships m join people p on p.id = m.person_id where lower(p.email) = ${email}`;
  await sql.end();
  return token;
}

async function post(request: APIRequestContext, url: string, key: string, data: unknown) {
  return request.post(url, {
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    data: data as string,
  });
}

test("errors are problem documents that name the fields and never show a stack", async ({ request, origin }) => {
  const key = await makeKey("ines@harbourline.example", "admin");
  const answer = await post(request, `${origin}/api/v1/keys`, key, { name: "", role: "emperor" });
  expect(answer.status()).toBe(422);
  expect(answer.headers()["content-type"]).toBe("application/problem+json");
  const problem = await answer.json();
  expect(problem).toMatchObject({ type: "urn:causeway:problem:invalid", status: 422 });
  expect(problem.fields.map((field: { path: string }) => field.path).sort()).toEqual(["name", "role"]);
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|at .*\(|select .* from/);
});

test("no key, a wrong key and a key of too low a role are refused", async ({ request, origin }) => {
  expect((await request.get(`${origin}/api/v1/entities`)).status()).toBe(401);
  const wrong = await request.get(`${origin}/api/v1/entities`, { headers: { authorization: "Bearer causeway_key_x" } });
  expect(wrong.status()).toBe(401);
  const viewer = await makeKey("nora@harbourline.example", "viewer");
  const refused = await post(request, `${origin}/api/v1/catalog/imports`, viewer, {
    source: { kind: "paste", text: "a: 1" },
  });
  expect(refused.status()).toBe(403);
});

test("a foreign thing and a missing thing are the same answer", async ({ request, origin }) => {
  const key = await makeKey("lea@northwind.example", "admin");
  const headers = { authorization: `Bearer ${key}` };
  const own = await request.get(`${origin}/api/v1/entities?limit=1`, { headers });
  expect(own.status()).toBe(200);
  const foreign = await request.get(`${origin}/api/v1/entities/component/card-vault`, { headers });
  const missing = await request.get(`${origin}/api/v1/entities/component/no-such-thing`, { headers });
  expect([foreign.status(), missing.status()]).toEqual([404, 404]);
  // The answer repeats what was asked for; nothing else may tell the two apart.
  const shape = async (answer: typeof foreign) =>
    JSON.parse(
      (await answer.text())
        .replaceAll(/card-vault|no-such-thing/g, "it")
        .replace(/"requestId":"[^"]*"/, '"requestId":""'),
    );
  expect(await shape(foreign)).toEqual(await shape(missing));
});

test("bodies that are no JSON, too deep, too large, compressed or full of NULs are refused, and others are still answered", async ({
  request,
  origin,
}) => {
  const key = await makeKey("ines@harbourline.example", "admin");
  const url = `${origin}/api/v1/catalog/imports`;
  const statusOf = async (data: string | Buffer, headers: Record<string, string> = {}) =>
    (
      await request.post(url, {
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
        data,
      })
    ).status();
  expect(await statusOf("{")).toBe(422);
  expect(await statusOf(`{"source":${"[".repeat(10_000)}${"]".repeat(10_000)}}`)).toBe(422);
  expect(await statusOf(JSON.stringify({ source: { kind: "paste", text: "x".repeat(20 * 1024 * 1024) } }))).toBe(413);
  expect(await statusOf("{}", { "content-encoding": "gzip" })).toBe(415);
  expect(await statusOf(JSON.stringify({ source: { kind: "paste", text: "a\u0000b" } }))).toBe(422);
  expect(await statusOf('{"source":{"kind":"paste","text":"\\ud800"}}')).toBe(422);
  expect((await request.get(`${origin}/api/health/ready`)).status()).toBe(200);
});

test("a number that no number can hold is refused at its field at every door that writes or asks, and nothing is kept of it", async ({
  request,
  origin,
}) => {
  const key = await makeKey("lea@northwind.example", "admin");
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const entity = '"blueprint":"component","identifier":"too-large"';
  const doors: [method: "POST" | "PATCH" | "PUT", path: string, body: (number: string) => string, field: string][] = [
    ["POST", "entities", (n) => `{${entity},"properties":{"size":${n}}}`, "properties.size"],
    ["POST", "entities/edits", (n) => `{"edits":[{${entity},"properties":{"size":${n}}}]}`, "edits.0.properties.size"],
    [
      "POST",
      "entities/bulk",
      (n) => `{"entities":[{${entity},"properties":{"a":[${n}]}}]}`,
      "entities.0.properties.a.0",
    ],
    [
      "POST",
      "blueprints",
      (n) => `{"identifier":"large","definition":{"properties":[{"default":${n}}]}}`,
      "definition.properties.0.default",
    ],
    ["POST", "queries/count", (n) => `{"text":"title = 1","blueprint":${n}}`, "blueprint"],
    ["POST", "queries/complete", (n) => `{"text":"t","cursor":${n}}`, "cursor"],
    ["POST", "deployments", (n) => `{"source":"ci","sourceId":${n}}`, "sourceId"],
  ];
  for (const [method, path, body, field] of doors)
    for (const number of ["1e400", "-1e400", "9".repeat(400)]) {
      const answer = await request.fetch(`${origin}/api/v1/${path}`, {
        method,
        headers,
        data: Buffer.from(body(number)),
      });
      expect(answer.status(), `${method} ${path}`).toBe(422);
      const problem = await answer.json();
      expect(problem.fields, `${method} ${path}`).toEqual([
        { path: field, message: expect.stringContaining("This number is too large") },
      ]);
    }
  // In a query it stands in its text, and is named at its character.
  const asked = await request.post(`${origin}/api/v1/queries/count`, {
    headers,
    data: { text: "count(dependsOn) > 1e400" },
  });
  expect(await asked.json()).toMatchObject({ problem: { message: expect.stringContaining("too large"), column: 20 } });
  const kept = await request.get(`${origin}/api/v1/entities/component/too-large`, { headers });
  expect(kept.status()).toBe(404);
});

test("YAML bombs and hostile git addresses end as clear errors, nothing is half-written", async ({
  request,
  origin,
}) => {
  const key = await makeKey("lea@northwind.example", "admin");
  const importOf = async (source: unknown) => post(request, `${origin}/api/v1/catalog/imports`, key, { source });
  const count = async () =>
    (
      (await (
        await request.get(`${origin}/api/v1/entities?limit=1`, { headers: { authorization: `Bearer ${key}` } })
      ).json()) as { total: number }
    ).total;
  const before = await count();
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ...[..."bcdefghi"].map(
      (letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${"abcdefghi"[index]}`).join(",")}]`,
    ),
  ].join("\n");
  const keys = Array.from({ length: 200_000 }, (_, index) => `k${index}: 1`).join("\n");
  for (const text of [
    bomb,
    keys,
    "[".repeat(10_000),
    "kind: Component\n  bad: [",
    "apiVersion: v1\nkind: X\nmetadata: {name: '\ud800'}",
  ]) {
    const answer = await importOf({ kind: "paste", text });
    expect([200, 201, 422], `${text.slice(0, 40)} → ${await answer.text()}`).toContain(answer.status());
    if (answer.ok()) expect((await answer.json()).created).toBe(0);
  }
  for (const url of [
    "--upload-pack=touch /tmp/x",
    "file:///etc",
    "ext::sh -c id",
    "https://169.254.169.254/a.git",
    "https://[::1]/a.git",
    "http://10.0.0.1/a.git",
  ]) {
    const answer = await importOf({ kind: "git", url });
    expect(answer.status(), `${url} → ${await answer.text()}`).toBe(422);
  }
  expect(await count()).toBe(before);
});

test("a browser's change from another origin, or from none, is refused", async ({ pageOf, origin }) => {
  const page = await pageOf("admin");
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const headers of [
    {},
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ]) {
    const answer = await fetch(`${origin}/api/v1/keys?org=harbourline`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json", ...headers },
      body: JSON.stringify({ name: "stolen", role: "admin" }),
    });
    expect(answer.status).toBe(403);
  }
});

test("the OpenAPI document describes every operation and the security headers are on every answer", async ({
  request,
  origin,
}) => {
  const document = await (await request.get(`${origin}/api/v1/openapi.json`)).json();
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths).length).toBeGreaterThan(20);
  for (const path of ["/signin", "/nothing-here", "/api/v1/entities", "/api/v1/nothing", "/api/health/live"]) {
    const headers = (await request.get(`${origin}${path}`)).headers();
    expect(headers["content-security-policy"], path).toContain("'strict-dynamic'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});
