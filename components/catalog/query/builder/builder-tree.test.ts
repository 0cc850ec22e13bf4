import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aQuery } from "#lib/catalog/query/arbitraries.ts";
import { aQueryOfExpressions } from "#lib/catalog/query/expression-arbitraries.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";
import {
  type BuilderNode,
  emptyGroup,
  emptyRow,
  isComplete,
  queryOf,
  textOf,
  treeOf,
  withNode,
} from "./builder-tree.ts";

function parsed(text: string) {
  const read = parseQuery(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.query;
}

function kindsOf(node: BuilderNode): BuilderNode["kind"][] {
  return node.kind === "group" ? [node.kind, ...node.of.flatMap(kindsOf)] : [node.kind];
}

describe("builder and text", () => {
  test("every query drawn and read back is the same query, also through its text", () => {
    fc.assert(
      fc.property(fc.oneof(aQuery, aQueryOfExpressions), (query) => {
        const tree = treeOf(query);
        expect(queryOf(tree)).toEqual(query);
        expect(parsed(textOf(tree))).toEqual(query);
        expect(textOf(tree)).toBe(formatQuery(query));
      }),
    );
  });

  test("what is drawn, written and drawn again is drawn the same", () => {
    const shape = (node: BuilderNode): unknown => ({
      ...node,
      key: 0,
      ...(node.kind === "group" ? { of: node.of.map(shape) } : {}),
    });
    fc.assert(
      fc.property(aQuery, (query) => {
        const tree = treeOf(query);
        expect(shape(treeOf(parsed(textOf(tree))))).toEqual(shape(tree));
      }),
    );
  });

  test("plain conditions are rows; what has no row is a block of text", () => {
    const tree = treeOf(parsed('type in ["a", "b"] and not (tags contains "x" or links("runbook").length > 0)'));
    expect(kindsOf(tree)).toEqual(["group", "row", "group", "row", "text"]);
    expect(tree.of[1]).toMatchObject({ join: "any", isNot: true, of: [{}, { text: 'links("runbook").length > 0' }] });
    expect(treeOf(parsed("resolved(ownedBy)")).of).toMatchObject([{ kind: "text", text: "resolved(ownedBy)" }]);
    expect(treeOf(parsed("owner is empty")).of).toMatchObject([{ kind: "row", operator: "isEmpty" }]);
    expect(treeOf(undefined).of).toEqual([]);
  });

  test("what is still to be chosen does not count, and takes nothing else along", () => {
    const tree = treeOf(parsed('type = "service"'));
    const open = { ...tree, of: [...tree.of, emptyRow(), emptyGroup([emptyRow()])] };
    expect(textOf(open)).toBe('type = "service"');
    expect(open.of.map(isComplete)).toEqual([true, false, false]);
    expect(textOf(emptyGroup())).toBe("");
    const impossible = { ...emptyRow(), term: { field: "createdAt" } as const, operator: "=" as const, values: ["x"] };
    expect(isComplete(impossible)).toBe(false);
    const broken: BuilderNode = { kind: "text", key: 1, text: "nope nope" };
    expect(textOf({ ...tree, of: [...tree.of, broken] })).toBe('type = "service"');
  });

  test("one part is changed or taken out, however deep it is", () => {
    const tree = treeOf(parsed('type = "a" and (lifecycle = "b" or lifecycle = "c")'));
    const group = tree.of[1];
    const inner = group?.kind === "group" ? group.of[0] : undefined;
    if (inner === undefined) throw new Error("no inner row");
    expect(textOf(withNode(tree, inner.key, () => null))).toBe('type = "a" and lifecycle = "c"');
    const changed = withNode(tree, inner.key, (node) => ({ ...node, operator: "!=" }) as BuilderNode);
    expect(textOf(changed)).toBe('type = "a" and (lifecycle != "b" or lifecycle = "c")');
  });
});
