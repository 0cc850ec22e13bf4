import fc from "fast-check";
import { expect, test } from "vitest";
import { aQuery } from "../arbitraries.ts";
import type { Place, Query } from "../ast.ts";
import { readQuery } from "../json/read.ts";
import { formatQuery } from "./format.ts";
import { parseQuery } from "./parse.ts";

function expectRoundTrip(query: Query): void {
  const text = formatQuery(query);
  expect(parseQuery(text), text).toEqual({ ok: true, query });
}

test("parsing what was formatted gives the same query", () => {
  fc.assert(
    fc.property(aQuery, (query) => {
      fc.pre(readQuery(query).ok);
      expectRoundTrip(query);
    }),
    { numRuns: 500 },
  );
});

test("any string, key, relation name and number survives", { timeout: 120_000 }, () => {
  const anyText = fc.string({ unit: "binary", maxLength: 20 }).filter((text) => !text.includes("\0"));
  const aPath: fc.Arbitrary<Place> = fc
    .array(anyText, { maxLength: 3 })
    .map((keys) => ({ path: ["properties", ...keys] }));
  const aNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const anything: fc.Arbitrary<Query> = fc.oneof(
    fc.record({ op: fc.constant("="), term: aPath, value: fc.oneof(anyText, aNumber) }),
    fc.record({ op: fc.constant("resolved"), relation: anyText.filter((name) => name !== "") }),
    fc.record({
      op: fc.constant(">"),
      term: fc.record({
        count: fc.constantFrom("incoming", "outgoing", "not", "a b"),
        direction: fc.constantFrom("incoming", "outgoing"),
      }),
      value: aNumber,
    }),
  );
  fc.assert(fc.property(anything, expectRoundTrip), { numRuns: 500 });
});

test("the deepest query that is allowed survives", () => {
  let query: Query = { op: "exists", term: { field: "type" } };
  for (let depth = 1; depth < 64; depth += 1) {
    query =
      depth % 2 === 0
        ? { op: "not", of: query }
        : { op: "and", of: [query, { op: "exists", term: { field: "tags" } }] };
  }
  expect(readQuery(query).ok).toBe(true);
  expectRoundTrip(query);
  expect(readQuery({ op: "not", of: query }).ok).toBe(false);
});
