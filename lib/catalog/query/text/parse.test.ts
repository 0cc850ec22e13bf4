import { describe, expect, test } from "vitest";
import { queryLimits } from "../limits.ts";
import { formatQuery } from "./format.ts";
import { parseQuery } from "./parse.ts";

function parsed(text: string) {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.query;
}

function problemOf(text: string) {
  const result = parseQuery(text);
  if (result.ok) throw new Error(`Was read: ${formatQuery(result.query)}`);
  return result.error;
}

describe("parseQuery", () => {
  test("reads comparisons, paths and functions", () => {
    expect(parsed('kind = "component"')).toEqual({ op: "=", term: { field: "blueprint" }, value: "component" });
    expect(parsed('annotations["a/b"].c exists')).toEqual({
      op: "exists",
      term: { path: ["annotations", "a/b", "c"] },
    });
    expect(parsed("count(incoming dependsOn)>-1")).toEqual({
      op: ">",
      term: { count: "dependsOn", direction: "incoming" },
      value: -1,
    });
    expect(parsed('count("is a") >= 1')).toMatchObject({ term: { count: "is a", direction: "outgoing" } });
    expect(parsed("age(updatedAt) < 1 day")).toEqual({
      op: "<",
      term: { age: { field: "updatedAt" } },
      value: { amount: 1, unit: "days" },
    });
    expect(parsed("length(links) = 2")).toEqual({ op: "=", term: { length: { path: ["links"] } }, value: 2 });
    expect(parsed("resolved(ownedBy)")).toEqual({ op: "resolved", relation: "ownedBy" });
    expect(parsed("properties.tier in [1, 2.5e1]")).toEqual({
      op: "in",
      term: { path: ["properties", "tier"] },
      values: [1, 25],
    });
    expect(parsed("properties.public = true")).toMatchObject({ value: true });
  });

  test("negations have one meaning and several wordings", () => {
    expect(parsed("links is empty")).toEqual(parsed("not links exists"));
    expect(parsed("links is not empty")).toEqual(parsed("links exists"));
    expect(parsed('type not in ["a"]')).toEqual(parsed('not type in ["a"]'));
    expect(parsed('tags not contains "a"')).toEqual(parsed('not tags contains "a"'));
  });

  test("and binds tighter than or, not tighter than both, and parentheses are kept", () => {
    expect(formatQuery(parsed("not type exists and tags exists or links exists"))).toBe(
      "(type is empty and tags exists) or links exists",
    );
    expect(parsed("(tags exists and type exists) and title exists")).toMatchObject({
      op: "and",
      of: [{ op: "and" }, { op: "exists" }],
    });
  });

  test("keywords may be written in capitals and strings with either quote", () => {
    expect(parsed("type = 'it\\'s'")).toMatchObject({ value: "it's" });
    expect(parsed('type EXISTS AND NOT title Contains "\\u00e9\\n"')).toMatchObject({ op: "and" });
  });

  test.each([
    ["", 1, 1, "expected a field, a path or a function, found the end of the query"],
    ['type = "a" foo', 1, 12, 'expected and, or, or the end of the query, found "foo"'],
    ['type exists and\n  typo = "a"', 2, 3, '"typo" is not a field; use blueprint'],
    ['type = = "a"', 1, 8, "expected a value"],
    ['type = "a" && title exists', 1, 12, "use the word and"],
    ["!type exists", 1, 2, "a text is no condition"],
    ["type > null", 1, 8, "null has no order"],
    ["type = ", 1, 8, "expected a value"],
    ['type = "a', 1, 8, "no closing quote"],
    ['type = "\\q"', 1, 9, "a backslash starts an escape"],
    ['type = "\\ud800"', 1, 8, "half of a surrogate pair"],
    ['type = "\\u0000"', 1, 8, "NUL"],
    ["type ~ 3", 1, 6, '"~" is not part of the query language'],
    ["type 3", 1, 6, "expected an operator"],
    ["(type exists", 1, 13, 'expected and, or, or ")", found the end of the query'],
    ["type in []", 1, 10, "expected a value"],
    ["links[-1] exists", 1, 7, "a key in quotes"],
    ["sum(dependsOn) > 1", 1, 1, '"sum" is not a function'],
    ["count(dependsOn) exists", 1, 1, "only a field or a path can exist"],
    ["type = 3", 1, 8, "text is compared with text in quotes"],
    ['count(dependsOn) > "1"', 1, 20, "a number is compared with a number"],
    ['tags = "a"', 1, 8, "a list cannot be used with =; use contains"],
    ['properties.a in [1, "b"]', 1, 17, "all values of a list must be of one type"],
    ["age(updatedAt) < 30", 1, 18, "an age is compared with a duration"],
    ["age(title) < 30 days", 1, 14, "age(…) takes"],
    ["age(updatedAt) < 1.5 days", 1, 22, "a whole number of days"],
    ['createdAt > "2026-02-30"', 1, 13, "compared with a date"],
    ["properties.a > 1e999", 1, 16, "too large"],
    ["properties.a < 5 days", 1, 16, "only be compared with age"],
  ])("%s fails at line %i, column %i: %s", (text, line, column, message) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({ line, column });
    expect(problem.message).toContain(`Line ${line}, column ${column}: `);
    expect(problem.message).toContain(message);
  });

  test("no input exhausts the stack or runs long", () => {
    const size = queryLimits.textBytes;
    expect(problemOf("(".repeat(size)).message).toContain("nested more than 64 levels");
    expect(problemOf("not ".repeat(size / 4)).message).toContain("nested more than 64 levels");
    expect(problemOf(`${"(".repeat(65)}type exists${")".repeat(65)}`).column).toBe(65);
    expect(parseQuery(`${"(".repeat(64)}type exists${")".repeat(64)}`).ok).toBe(true);
    expect(problemOf(`properties${".a".repeat(size / 4)}`).message).toContain("at most 16 keys");
    expect(problemOf(`type in [${'"a",'.repeat(10_000)}"a"]`).message).toContain("at most 200 values");
    expect(problemOf(Array(2000).fill("type exists").join(" or ")).message).toContain("more than 500 conditions");
    expect(problemOf(Array(30).fill("resolved(a)").join(" or ")).message).toContain("relations more than 25 times");
    expect(problemOf(`title = "${"a".repeat(5000)}"`).message).toContain("at most 4096 characters");
    expect(problemOf(" ".repeat(size + 1)).message).toContain("at most 64 KB");
    expect(problemOf(`title = "${"é".repeat(size / 2)}"`).message).toContain("at most 64 KB");
  });
});
