import type { Place, Query, Scalar, Term, Value } from "#lib/catalog/query/ast.ts";
import { findMismatch } from "#lib/catalog/query/json/mismatch.ts";
import { formatQuery } from "#lib/catalog/query/text/format.ts";
import { parseQuery } from "#lib/catalog/query/text/parse.ts";

/** What the builder draws of a query. What it has no row for is a block of text, so nothing is ever lost. */
export type BuilderNode = BuilderGroup | BuilderRow | BuilderText;
export type BuilderGroup = { kind: "group"; key: number; join: "all" | "any"; isNot: boolean; of: BuilderNode[] };
export type BuilderRow = {
  kind: "row";
  key: number;
  /** Null until it is chosen. */
  term: Term | null;
  operator: RowOperator;
  /** Only lists have more than one; none yet means that it is still to be chosen. */
  values: Value[];
};
export type BuilderText = { kind: "text"; key: number; text: string };

export const rowOperators = [
  "=",
  "!=",
  ">",
  ">=",
  "<",
  "<=",
  "contains",
  "notContains",
  "startsWith",
  "notStartsWith",
  "in",
  "notIn",
  "exists",
  "isEmpty",
] as const;
export type RowOperator = (typeof rowOperators)[number];

const negated = { in: "notIn", contains: "notContains", startsWith: "notStartsWith", exists: "isEmpty" } as const;
const positive = { notIn: "in", notContains: "contains", notStartsWith: "startsWith", isEmpty: "exists" } as const;

let lastKey = 0;

/** A name for a new part, for the list in which it stands. */
export function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

/** A row in which everything is still to be chosen. */
export function emptyRow(): BuilderRow {
  return { kind: "row", key: nextKey(), term: null, operator: "=", values: [] };
}

export function emptyGroup(of: BuilderNode[] = []): BuilderGroup {
  return { kind: "group", key: nextKey(), join: "all", isNot: false, of };
}

/** A query as rows and groups; the outermost part is always a group. */
export function treeOf(query: Query | undefined): BuilderGroup {
  if (query === undefined) return emptyGroup();
  const node = nodeOf(query);
  return node.kind === "group" && !node.isNot ? node : emptyGroup([node]);
}

function nodeOf(query: Query): BuilderNode {
  const key = nextKey();
  switch (query.op) {
    case "and":
    case "or":
      return { kind: "group", key, join: query.op === "and" ? "all" : "any", isNot: false, of: query.of.map(nodeOf) };
    case "not":
      return negationOf(query.of, key);
    case "in":
      return { kind: "row", key, term: query.term, operator: "in", values: [...query.values] };
    case "exists":
      return { kind: "row", key, term: query.term, operator: "exists", values: [] };
    case "resolved":
    case "expression":
      return { kind: "text", key, text: formatQuery(query) };
    default:
      return { kind: "row", key, term: query.term, operator: query.op, values: [query.value] };
  }
}

function negationOf(of: Query, key: number): BuilderNode {
  const node = nodeOf(of);
  if (node.kind === "group" && !node.isNot) return { ...node, key, isNot: true };
  if (node.kind === "row" && Object.hasOwn(negated, node.operator))
    return { ...node, key, operator: negated[node.operator as keyof typeof negated] };
  return { kind: "group", key, join: "all", isNot: true, of: [node] };
}

/** The query that is drawn; undefined when nothing of it is complete. What is still to be chosen does not count yet. */
export function queryOf(node: BuilderNode): Query | undefined {
  if (node.kind === "text") {
    const read = parseQuery(node.text);
    return read.ok ? read.query : undefined;
  }
  if (node.kind === "row") return queryOfRow(node);
  const parts = node.of.map(queryOf).filter((part) => part !== undefined);
  const [first] = parts;
  if (first === undefined) return undefined;
  const whole: Query = parts.length === 1 ? first : { op: node.join === "all" ? "and" : "or", of: parts };
  return node.isNot ? { op: "not", of: whole } : whole;
}

function queryOfRow({ term, operator, values }: BuilderRow): Query | undefined {
  if (term === null) return undefined;
  if (operator in positive) {
    const of = queryOfRow({
      kind: "row",
      key: 0,
      term,
      operator: positive[operator as keyof typeof positive],
      values,
    });
    return of === undefined ? undefined : { op: "not", of };
  }
  if (operator === "exists") return isPlace(term) ? { op: "exists", term } : undefined;
  const [value] = values;
  if (value === undefined) return undefined;
  if (operator === "in") {
    const scalars = values.filter((each): each is Scalar => typeof each !== "object");
    const fits = scalars.length === values.length && findMismatch(term, "in", ...scalars) === undefined;
    return fits ? { op: "in", term, values: scalars } : undefined;
  }
  const op = operator as Exclude<RowOperator, "in" | "exists" | keyof typeof positive>;
  return findMismatch(term, op, value) === undefined ? { op, term, value } : undefined;
}

function isPlace(term: Term): term is Place {
  return "field" in term || "path" in term;
}

/** Whether a part counts: it says something complete. */
export function isComplete(node: BuilderNode): boolean {
  return queryOf(node) !== undefined;
}

/** The tree with one of its parts changed, or without it when `change` gives null. */
export function withNode(
  group: BuilderGroup,
  key: number,
  change: (node: BuilderNode) => BuilderNode | null,
): BuilderGroup {
  const of = group.of.flatMap((node): BuilderNode[] => {
    if (node.key === key) {
      const changed = change(node);
      return changed === null ? [] : [changed];
    }
    return [node.kind === "group" ? withNode(node, key, change) : node];
  });
  return { ...group, of };
}

/** The text of what is drawn; empty when nothing is complete. */
export function textOf(tree: BuilderGroup): string {
  const query = queryOf(tree);
  return query === undefined ? "" : formatQuery(query);
}
