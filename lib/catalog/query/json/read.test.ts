import { describe, expect, test } from "vitest";
import { allOf } from "../combine.ts";
import { queryInput, readQuery } from "./read.ts";

function messageOf(input: unknown): string {
  const result = readQuery(input);
  return result.ok ? "was read" : result.error.message;
}

describe("readQuery", () => {
  test("takes text and the syntax tree alike", () => {
    expect(readQuery({ op: "=", term: { field: "type" }, value: "a" })).toEqual(readQuery('type = "a"'));
    expect(queryInput.parse("type exists")).toEqual({ op: "exists", term: { field: "type" } });
    expect(queryInput.safeParse("type").error?.issues[0]?.message).toContain("Line 1, column 5: expected an operator");
  });

  test.each<[string, unknown, string]>([
    [
      "a condition that can never make sense",
      { op: "=", term: { field: "tags" }, value: "a" },
      "The query at value cannot be used: a list cannot",
    ],
    [
      "a list of several types",
      { op: "in", term: { path: ["labels"] }, values: [1, "a"] },
      "at values cannot be used: all values",
    ],
    ["an unknown operator", { op: "matches" }, "The query at op cannot be used"],
    ["an unknown property", { op: "resolved", relation: "a", sql: "1" }, "cannot be used"],
    ["NUL in a key", { op: "exists", term: { path: ["labels", "\0"] } }, "cannot be used"],
    ["half a surrogate pair", { op: "resolved", relation: "\ud800" }, "half of a surrogate pair"],
    ["no number", { op: ">", term: { path: ["labels"] }, value: Number.NaN }, "cannot be used"],
    ["nothing", null, "cannot be used"],
  ])("refuses %s", (_name, input, message) => {
    expect(messageOf(input)).toContain(message);
  });

  test("refuses what is too deep before it recurses into it", () => {
    let deep: unknown = { op: "exists", term: { field: "type" } };
    for (let depth = 0; depth < 100_000; depth += 1) deep = { op: "not", of: deep };
    expect(messageOf(deep)).toContain("nested more than 64 levels");
    expect(queryInput.safeParse(deep).success).toBe(false);
  });

  test("an expression has one tree, whichever way it came", () => {
    const count = { kind: "call", of: null, name: "links", arguments: [], named: [] };
    const length = { kind: "member", of: count, name: "length" };
    const operands = [length, { kind: "literal", value: 0 }];
    const tree = { op: "expression", expression: { kind: "operation", operator: ">", operands } };
    expect(readQuery(tree)).toEqual(readQuery("links().length > 0"));
    // What could be plain is.
    const plain = { kind: "operation", operator: "=", operands: [{ kind: "name", name: "type" }, operands[1]] };
    expect(messageOf({ op: "expression", expression: plain })).toContain("text is compared with text");
    expect(messageOf({ op: "expression", expression: { ...tree.expression, operands: [length] } })).toContain(
      "cannot be used",
    );
    expect(messageOf({ op: "expression", expression: { kind: "name", name: "a`b" } })).toContain("cannot be used");
    let deep: unknown = length;
    for (let depth = 0; depth < 100_000; depth += 1) deep = { kind: "member", of: deep, name: "a" };
    expect(messageOf({ op: "expression", expression: deep })).toContain("nested more than");
    expect(messageOf({ op: "or", of: Array(30).fill({ op: "resolved", relation: "a" }) })).toContain(
      "more than 25 times",
    );
  });

  test("refuses what is too large", () => {
    const long = { op: "contains", term: { field: "title" }, value: "a".repeat(4000) };
    expect(messageOf({ op: "or", of: Array(20).fill(long) })).toContain("more than 64 KB");
    expect(messageOf({ op: "or", of: Array(501).fill({ op: "resolved", relation: "a" }) })).toContain("split it");
  });
});

test("allOf joins conditions and leaves none out", () => {
  const condition = { op: "resolved", relation: "a" } as const;
  expect(allOf([])).toBeUndefined();
  expect(allOf([condition])).toBe(condition);
  expect(allOf([condition, condition])).toEqual({ op: "and", of: [condition, condition] });
});
