import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildFilter, type EntityFilter } from "#lib/catalog/entities/lists/entity-filter.ts";
import { foldFilter, unfoldFilter } from "#lib/catalog/entities/lists/fold-filter.ts";
import { aQuery } from "#lib/catalog/query/arbitraries.ts";
import type { Query } from "#lib/catalog/query/ast.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";

const none: EntityFilter = { owner: [], lifecycle: [], type: [], tag: [] };

describe("quick filters and the query are one filter", () => {
  test.each<[Partial<EntityFilter>, string]>([
    [{ type: ["service"] }, 'type = "service"'],
    [{ type: ["service", "library"] }, 'type in ["service", "library"]'],
    [{ owner: ["none"] }, "owner is empty"],
    [{ owner: ["group:a", "none"] }, 'owner = "group:a" or owner is empty'],
    [{ tag: ["pci", "gdpr"] }, 'tags contains "pci" or tags contains "gdpr"'],
    [{ text: "Pay  api" }, 'text contains "pay" and text contains "api"'],
    [
      { lifecycle: ["production"], query: "count(dependsOn) > 3 or title exists" },
      'lifecycle = "production" and (count(dependsOn) > 3 or title exists)',
    ],
  ])("%j", (filter, text) => {
    expect(foldFilter({ ...none, ...filter })).toBe(text);
    const back = unfoldFilter({ ...none, query: text });
    expect(foldFilter(back)).toBe(text);
    expect({ ...back, text: undefined }).toMatchObject({ ...filter, text: undefined });
  });

  test.each([
    'type = "a" and type = "b"',
    'owner = "none"',
    'type = "a" or lifecycle = "b"',
    'text contains "two words"',
    'not type = "a"',
    "type = ",
  ])("%s is not taken as what it is not", (query) => {
    const back = unfoldFilter({ ...none, query });
    if (query.startsWith('type = "a" and')) expect(back).toMatchObject({ type: ["a"], query: 'type = "b"' });
    else expect(back).toEqual({ ...none, query });
  });

  test("whatever is asked, both ways have the same conditions", () => {
    const parts = (query: Query | undefined): string[] =>
      (query === undefined ? [] : query.op === "and" ? query.of.flatMap(parts) : [formatQuery(normal(query))]).sort();
    fc.assert(
      fc.property(aQuery, (query) => {
        const filter = { ...none, query: formatQuery(query) };
        const asked = [...new Set(parts(buildFilter(filter)))];
        expect([...new Set(parts(buildFilter(unfoldFilter(filter))))]).toEqual(asked);
        const folded = foldFilter(unfoldFilter(filter));
        expect([...new Set(parts(buildFilter({ ...none, query: folded })))]).toEqual(asked);
      }),
    );
  });

  test("the kind stays beside them", () => {
    const filter: EntityFilter = { ...none, blueprint: "component", type: ["service"] };
    expect(foldFilter(filter)).toBe('type = "service"');
    expect(unfoldFilter({ ...filter, query: "title exists and tags exists" })).not.toHaveProperty("query", undefined);
  });

  test("a query that cannot be read is not put together with anything, and not lost", () => {
    expect(foldFilter({ ...none, type: ["a"], query: "nope nope" })).toBeUndefined();
    expect(foldFilter({ ...none, query: "nope nope" })).toBe("nope nope");
  });
});

/** An equals sign and a list of one value say the same; the order of alternatives says nothing. */
function normal(query: Query): Query {
  if (query.op === "and" || query.op === "or") {
    const of = query.of.map(normal).flatMap((part) => (part.op === query.op ? part.of : [part]));
    return { op: query.op, of: of.sort((one, other) => (formatQuery(one) < formatQuery(other) ? -1 : 1)) };
  }
  const [only] = query.op === "in" && query.values.length === 1 ? query.values : [];
  return query.op !== "in" || only === undefined ? query : { op: "=", term: query.term, value: only };
}
