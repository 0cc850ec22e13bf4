import { expect, test } from "vitest";
import { findActionBodyRefusal, findEarlyRefusal } from "#lib/web/find-early-refusal.ts";

const action = {
  host: "portal.example",
  origin: "https://portal.example",
  "next-action": "a".repeat(42),
  "content-type": "text/plain;charset=UTF-8",
  "content-length": "20",
};
type Parts = { method?: string; pathname?: string; search?: string; headers?: Record<string, string | undefined> };

function statusOf({ method = "POST", pathname = "/acme/settings", search = "", headers = {} }: Parts): number | null {
  const all = Object.entries({ ...action, ...headers }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return findEarlyRefusal({ method, pathname, search, headers: new Headers(all) })?.status ?? null;
}

const refused: [number, Parts][] = [
  ...["TRACE", "PROPFIND", "get", ""].map((method): [number, Parts] => [405, { method }]),
  ...["PUT", "PATCH", "DELETE", "OPTIONS"].map((method): [number, Parts] => [405, { method }]),
  [405, { headers: { "next-action": undefined } }],
  [414, { method: "GET", search: `?q=${"x".repeat(8_200)}` }],
  [400, { headers: { "next-action": "constructor" } }],
  [400, { headers: { "content-length": "-1" } }],
  ...[
    undefined,
    "null",
    "https://evil.example",
    "https://portal.example.evil.example",
    "https://sub.portal.example",
  ].map((origin): [number, Parts] => [403, { headers: { origin } }]),
  [403, { headers: { origin: "https://evil.example", "x-forwarded-host": "evil.example" } }],
  [415, { headers: { "content-type": "multipart/form-data; boundary=x" } }],
  [415, { headers: { "content-type": undefined } }],
  [413, { headers: { "content-length": "262145" } }],
  [411, { headers: { "content-length": undefined } }],
];

test("what nothing here asks for is refused before it is parsed", () => {
  const wrong = refused.filter(([status, parts]) => statusOf(parts) !== status);
  expect({ tried: refused.length, wrong }).toEqual({ tried: 22, wrong: [] });
});

test("what pages, mutations and programs send goes on", () => {
  for (const parts of [
    {},
    { method: "GET" },
    { method: "HEAD", headers: { "next-action": undefined, origin: undefined } },
    { pathname: "/api/v1/keys", method: "DELETE", headers: { "content-length": undefined, origin: undefined } },
    { pathname: "/api/v1/catalog/imports", headers: { "content-length": "16000000" } },
  ])
    expect(statusOf(parts), JSON.stringify(parts)).toBeNull();
});

test("arguments of mutations are plain values", () => {
  const plain = [
    '["acme",{"name":"x","price":"$$5"}]',
    '["$undefined","$D2026-01-01T00:00:00.000Z","$n12","$NaN"]',
    "[]",
  ];
  expect(plain.filter((body) => findActionBodyRefusal(body) !== null)).toEqual([]);
  const odd = [
    "",
    "{}",
    "[",
    '"x"',
    '["$F1"]',
    '["$h2"]',
    '["$@3"]',
    '["$K1"]',
    '["$1:__proto__:then"]',
    '["$Q1"]',
    '["$W1"]',
    '["$B1"]',
    '["$i1"]',
    '["$r1"]',
    "[".repeat(33) + "]".repeat(33),
    "[".repeat(200_000),
  ];
  const passed = odd.filter((body) => findActionBodyRefusal(body)?.status !== 400);
  expect({ tried: odd.length, passed }).toEqual({ tried: 16, passed: [] });
  expect(findActionBodyRefusal(`["${"x".repeat(300_000)}"]`)?.status).toBe(413);
});
