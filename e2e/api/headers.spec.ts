import { request as rawRequest } from "node:http";
import { expect, test } from "../fixtures.ts";

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

/** A request with exactly these headers and this path, which fetch and browsers would tidy. */
function send(origin: string, method: string, path: string, headers: Record<string, string> = {}, body = "") {
  const { hostname, port } = new URL(origin);
  return new Promise<Answer>((resolve, reject) => {
    const outgoing = rawRequest({ hostname, port, method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

const required: Record<string, RegExp> = {
  "content-security-policy": /object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "strict-transport-security": /max-age=31536000/,
  "x-frame-options": /^DENY$/,
};

function missing({ headers }: Answer): string[] {
  const absent = Object.entries(required).filter(([name, form]) => !form.test(String(headers[name] ?? "")));
  return [...absent.map(([name]) => name), ...("x-powered-by" in headers ? ["x-powered-by is there"] : [])];
}

test("every response has every header: pages, the API, refusals, what is not there, files, health", async ({
  pageOf,
  origin,
}) => {
  const page = await pageOf("admin");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const home = await send(origin, "GET", "/harbourline", { cookie });
  const script = /\/_next\/static\/[^"]+\.js/.exec(home.body)?.[0] ?? "";
  expect(script).not.toBe("");
  const requests: [string, string, Record<string, string>?, string?][] = [
    ["GET", "/"],
    ["GET", "/signin"],
    ["GET", "/harbourline"],
    ["GET", "/harbourline/"],
    ["GET", "/no/such/page"],
    ["GET", script],
    ["GET", "/_next/static/none.js"],
    ["GET", "/_next/image?url=%2Flogo.svg&w=64&q=75"],
    ["GET", "/favicon.svg"],
    ["GET", "/api/health/live"],
    ["GET", "/api/health/ready"],
    ["GET", "/api/v1/openapi.json"],
    ["GET", "/api/v1/entities"],
    ["GET", "/api/v1/entities?org=harbourline", { cookie }],
    ["GET", "/api/v1/nothing?org=harbourline", { cookie }],
    ["GET", "/api/nothing"],
    ["GET", "/api/auth/session"],
    ["POST", "/api/v1/keys?org=harbourline", { cookie, "content-type": "application/json" }, "{"],
    ["POST", "/api/hooks/harbourline/x", {}, "{}"],
    ["PUT", "/api/hooks/harbourline/x", {}, "{}"],
    ["POST", "/harbourline", { cookie }, "x"],
    ["DELETE", "/harbourline", { cookie }],
    ["HEAD", "/harbourline", { cookie }],
    ["OPTIONS", "/harbourline", { cookie }],
    ...["", "/catalog", "/settings", "/dashboards/delivery/rows.csv"].map(
      (path): [string, string, Record<string, string>] => ["GET", `/harbourline${path}`, { cookie }],
    ),
  ];
  const lacking: string[] = [];
  for (const [method, path, headers, body] of requests) {
    const answer = await send(origin, method, path, headers, body);
    // The framework's own redirect of a final slash, made before anything of ours: no body, and never to another origin.
    if (answer.status === 308) {
      expect([answer.body.length < 200, String(answer.headers["location"])]).toEqual([true, "/harbourline"]);
      continue;
    }
    for (const what of missing(answer)) lacking.push(`${method} ${path} ${answer.status}: ${what}`);
    if (answer.status >= 500) lacking.push(`${method} ${path}: ${answer.status}`);
    const isOurs = headers?.["cookie"] !== undefined || path.startsWith("/api/v1/entities");
    if (isOurs && answer.status < 300 && !/no-store/.test(String(answer.headers["cache-control"])))
      lacking.push(`${method} ${path}: cache-control ${answer.headers["cache-control"]}`);
  }
  expect(lacking).toEqual([]);
  expect(String(home.headers["content-security-policy"])).toMatch(
    /script-src [^;]*'nonce-[^']{20,}'[^;]*'strict-dynamic'/,
  );
  const again = await send(origin, "GET", "/harbourline", { cookie });
  expect(again.headers["content-security-policy"]).not.toBe(home.headers["content-security-policy"]);
});

test("a mutation that nobody's page sent is refused before it is parsed, and never with a 500", async ({
  pageOf,
  origin,
}) => {
  const page = await pageOf("admin");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const host = new URL(origin).host;
  const good = { cookie, host, origin, "next-action": "a".repeat(42), "content-type": "text/plain;charset=UTF-8" };
  const withBody = (parts: Record<string, string>, body = "[]") => ({
    ...good,
    "content-length": String(Buffer.byteLength(body)),
    ...parts,
  });
  const forms: [number, Record<string, string>, string?][] = [
    [403, withBody({ origin: "null" })],
    [403, withBody({ origin: "https://evil.example" })],
    [403, withBody({ origin: "https://evil.example", "x-forwarded-host": "evil.example" })],
    [403, withBody({ origin: "" })],
    [415, withBody({ "content-type": "multipart/form-data; boundary=x" }, "--x\r\nbroken"), "--x\r\nbroken"],
    [413, withBody({}, "x".repeat(300_000)), "x".repeat(300_000)],
    [411, { ...good, "transfer-encoding": "chunked" }, "[]"],
    [400, withBody({}, '["$F1"]'), '["$F1"]'],
    [400, withBody({}, "{"), "{"],
    [400, withBody({ "next-action": "x" })],
    [409, withBody({})],
  ];
  const wrong: string[] = [];
  for (const [status, headers, body = "[]"] of forms) {
    const answer = await send(origin, "POST", "/harbourline", headers, body);
    if (answer.status !== status)
      wrong.push(`${JSON.stringify(headers).slice(0, 200)}: ${answer.status}, not ${status}`);
  }
  expect({ tried: forms.length, wrong }).toEqual({ tried: 11, wrong: [] });
});

test("unusual verbs and long addresses are refused", async ({ origin }) => {
  for (const path of ["/signin", "/api/v1/entities"]) {
    for (const method of ["PROPFIND", "LOCK"])
      expect([400, 404, 405], `${method} ${path}`).toContain((await send(origin, method, path)).status);
    // The framework itself would fail on it, before anything of ours.
    const traced = await send(origin, "TRACE", path, { "x-canary": "canary" });
    expect(traced.status, `TRACE ${path}`).toBe(405);
    expect(JSON.stringify(traced)).not.toContain("canary");
  }
  // Addresses that are no UTF-8: nothing is there, and it is said with every header.
  for (const path of ["/harbourline/runs/%ff%fe", "/%c0%af", "/api/v1/runs/%ed%a0%80", "/api/v1/%zz"]) {
    const { status, headers } = await send(origin, "GET", path);
    expect([307, 401, 404], path).toContain(status);
    expect(headers["content-security-policy"], path).toContain("'strict-dynamic'");
  }
  expect((await send(origin, "GET", `/signin?q=${"x".repeat(9_000)}`)).status).toBe(414);
  expect((await send(origin, "GET", "/signin", { "x-long": "x".repeat(20_000) })).status).toBe(431);
});

test("no header that a stranger sends comes back", async ({ origin }) => {
  const names = [
    ..."x-forwarded-host x-forwarded-proto x-forwarded-for x-forwarded-port x-forwarded-prefix x-original-url x-rewrite-url".split(
      " ",
    ),
    ..."x-host x-forwarded-server forwarded x-http-method-override x-nonce x-causeway-path x-middleware-subrequest x-matched-path".split(
      " ",
    ),
    ..."x-invoke-path x-nextjs-data next-url referer origin user-agent".split(" "),
  ];
  const reflected: string[] = [];
  for (const name of names) {
    for (const path of ["/signin", "/", "/no/such/page"]) {
      const answer = await send(origin, "GET", path, { [name]: "canary.evil.example" });
      if (JSON.stringify(answer).includes("canary.evil")) reflected.push(`${name} on ${path}`);
    }
  }
  for (const path of ["/signin", "/"]) {
    const answer = await send(origin, "GET", path, { host: "canary.evil.example" });
    if (JSON.stringify(answer).includes("canary.evil")) reflected.push(`host on ${path}`);
  }
  expect({ tried: names.length * 3 + 2, reflected }).toEqual({ tried: names.length * 3 + 2, reflected: [] });
});

test("no way around the proxy shows a page to nobody", async ({ origin }) => {
  const ways: [string, Record<string, string>?][] = [
    ["/harbourline/catalog", { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" }],
    ["/harbourline/catalog", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }],
    ["/harbourline/catalog", { "x-nextjs-data": "1" }],
    ["/harbourline/catalog", { rsc: "1" }],
    ["/harbourline/catalog", { rsc: "1", "next-router-prefetch": "1" }],
    ["/harbourline/catalog?_rsc=1", { rsc: "1" }],
    ["/harbourline/catalog.rsc"],
    ["/harbourline/catalog.json"],
    ["/_next/data/build/harbourline/catalog.json"],
    ["/harbourline%2fcatalog"],
    ["/%68arbourline/catalog"],
    ["//harbourline/catalog"],
    ["/harbourline//catalog"],
    ["/en/harbourline/catalog"],
    ["/Harbourline/catalog"],
    ["/harbourline/catalog?nxtPorg=harbourline"],
    ["/harbourline/./catalog"],
    ["/x/../harbourline/catalog"],
    ["/harbourline/catalog;x"],
    ["/harbourline/catalog", { "x-matched-path": "/[org]/catalog", "x-invoke-path": "/[org]/catalog" }],
  ];
  const shown: string[] = [];
  for (const [path, headers] of ways) {
    const answer = await send(origin, "GET", path, headers);
    if (answer.body.includes("payments-api")) shown.push(`${path} ${JSON.stringify(headers ?? {})}`);
    if (answer.status >= 500) shown.push(`${path}: ${answer.status}`);
  }
  expect({ tried: ways.length, shown }).toEqual({ tried: 20, shown: [] });
});
