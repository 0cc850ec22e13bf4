import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aQuery, testNow } from "../arbitraries.ts";
import type { Query, Term } from "../ast.ts";
import { aQueryOfExpressions } from "../expression-arbitraries.ts";
import { parseQuery } from "../text/parse.ts";
import { compilePredicate, compileSource, compileState } from "./compile.ts";
import { findUnscopedTables } from "./scope.ts";

const orgId = "0199c5f0-0000-7000-8000-000000000001";
const dialect = new PgDialect();

function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.query;
}

function statementsOf(query: Query) {
  const options = { orgId, now: testNow };
  const state = sql`select e.id, ${compileState(query, options)} as state from ${compileSource(options)} where ${compilePredicate(query, options)}`;
  const list = sql`select entity.id from entities as entity where ${compilePredicate(query, { ...options, alias: "entity" })}`;
  return [state, list].map((statement) => dialect.sqlToQuery(statement));
}

const path: Term = { path: ["properties", "a"] };
const count: Term = { count: "dependsOn", direction: "outgoing" };
const inner: Query = {
  op: "and",
  of: [
    { op: "resolved", relation: "a" },
    { op: ">", term: count, value: 0 },
  ],
};
const terms: Term[] = [
  { field: "type" },
  path,
  count,
  { ...count, direction: "incoming" },
  { length: path },
  { length: { field: "tags" } },
];

/** A node that the language gets and this table does not is a type error here. */
const nodes: Record<Query["op"], Query[]> = {
  and: [inner],
  or: [{ op: "or", of: [inner, inner] }],
  not: [{ op: "not", of: inner }],
  "=": terms.map((term) => ({ op: "=", term, value: "field" in term ? "a" : 1 })),
  "!=": terms.map((term) => ({ op: "!=", term, value: "field" in term ? "a" : 1 })),
  ">": [...terms.map((term): Query => ({ op: ">", term, value: "field" in term ? "a" : 1 })), age(">")],
  ">=": [age(">=")],
  "<": [age("<")],
  "<=": [age("<=")],
  contains: [
    { op: "contains", term: path, value: "a" },
    { op: "contains", term: { field: "tags" }, value: "a" },
  ],
  startsWith: [{ op: "startsWith", term: path, value: "a" }],
  expression: [
    "entity.destinations().length > 1",
    'entity.sources(relationshipType = "a").any((e) => e.type = "b")',
    "dependencies.out().filter((e) => e.tag = entity.tag()).length > dependencies.in().length",
    "links().all((l) => resolved(ownedBy) and count(incoming a) > count(b))",
    "groups().map((g) => g.name).any((n) => entity.sources().any((e) => e.tag = n))",
    'semver(custom("v")).isStable()',
    'relatedTo("a:b")',
    'relatedTo("a:b", relationshipType = "c", direction = "incoming")',
    "entity.destinations(depth = 3).length > entity.sources(anyDistance = true).length",
    'entity.sources("a", depth = 2).any((e) => e.type = "b" and owner in me.teams())',
    "entity.sources().any((e) => e.destinations().any((f) => f.sources().length > entity.destinations()[0].sources().length))",
  ].map(parsed),
  in: terms.map((term) => ({ op: "in", term, values: ["field" in term ? "a" : 1] })),
  exists: [
    { op: "exists", term: { path: ["links"] } },
    { op: "exists", term: { field: "createdAt" } },
  ],
  resolved: [{ op: "resolved", relation: "ownedBy" }],
};

function age(op: ">" | ">=" | "<" | "<="): Query {
  return { op, term: { age: { path: ["properties", "a"] } }, value: { amount: 1, unit: "days" } };
}

describe("every compiled statement", () => {
  test.each(Object.entries(nodes))("holds each table to the organization: %s", (_op, queries) => {
    for (const statement of queries.flatMap(statementsOf)) {
      expect(findUnscopedTables(statement, orgId)).toEqual([]);
      // Leaving out any one of the conditions is found, and so is another organization's id.
      const conditions = [...statement.sql.matchAll(/"?\w+"?\.org_id = \$\d+::uuid/g)];
      const tables = statement.sql.match(/\b(from|join) (entities|relations)\b/g) ?? [];
      expect(conditions.length).toBeGreaterThanOrEqual(tables.length);
      for (const { 0: condition, index } of conditions) {
        const planted = `${statement.sql.slice(0, index)}true${statement.sql.slice(index + condition.length)}`;
        const isSecondCondition = condition.startsWith('"e".');
        expect(findUnscopedTables({ ...statement, sql: planted }, orgId).length).toBe(isSecondCondition ? 0 : 1);
      }
      expect(findUnscopedTables(statement, "another").length).toBe(tables.length);
    }
  });

  test("holds each table to the organization, for random queries", () => {
    const isScoped = (query: Query) =>
      statementsOf(query).every((statement) => findUnscopedTables(statement, orgId).length === 0);
    fc.assert(fc.property(fc.oneof(aQuery, aQueryOfExpressions), isScoped));
  });

  test("carries what people wrote as parameters only", () => {
    const hostile = "'; drop table entities; --";
    const queries: Query[] = [
      { op: "=", term: { path: ["properties", hostile] }, value: hostile },
      { op: "contains", term: { field: "text" }, value: hostile },
      { op: "in", term: { field: "type" }, values: [hostile] },
      { op: "=", term: { count: hostile, direction: "outgoing" }, value: 1 },
      { op: "resolved", relation: hostile },
    ];
    for (const statement of queries.flatMap(statementsOf)) {
      expect(statement.sql).not.toContain("drop");
      expect(JSON.stringify(statement.params)).toContain("drop table");
    }
  });

  test("refuses a tree that was never read", () => {
    const options = { orgId, now: testNow };
    expect(() => compileState({ op: "=", term: { field: "type" }, value: 1 }, options)).toThrow("readQuery");
    let deep: Query = inner;
    for (let depth = 0; depth < 100; depth += 1) deep = { op: "not", of: deep };
    expect(() => compilePredicate(deep, options)).toThrow("nested more than 64 levels");
  });
});
