import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { createServiceDefinition } from "#lib/actions/actions/create-service-definition.ts";
import { readQuery } from "#lib/catalog/query/json/read.ts";
import type { Operation } from "#lib/kernel/operation.ts";
import { operations } from "#lib/operations.ts";

/*
 * Nothing in the product has a second format of predicates (decision 0042). Whoever adds a place that holds a condition has to name it
 * here, and to say that it is the query language or why it is no condition.
 */
const language = "the query language";

/** Parts of requests that could be conditions by their names. */
const parts: Record<string, string> = {
  "definition.properties.pattern": "the form of one value, in RE2",
  "definition.properties.items.pattern": "the form of one value, in RE2",
  "definition.relations.properties.pattern": "the form of one value, in RE2",
  "definition.relations.properties.items.pattern": "the form of one value, in RE2",
  "definition.derived.expression":
    "the query language, or jq for a value that came from elsewhere; a value, no condition",
  "definition.derived.filter": language,
  query: language,
  "state.query": language,
  filter: language,
  rules: "a list of rules; what they ask is their query",
  "rules.query": language,
  scopes: "names of permissions",
};

/** Columns of JSON, and columns that could hold conditions by their names. */
const columns: Record<string, string> = {
  "actions.input_schema": "questions of a form; which are asked is said by `asked`, in the query language",
  "actions.ui_schema": "how the questions look",
  "actions.backend": "the name of what runs",
  "api_keys.scopes": "names of permissions",
  "audit_entries.before": "what was",
  "audit_entries.after": "what is",
  "blueprints.definition": "properties and relations; filters of derived ones are the query language",
  "entities.annotations": "values",
  "entities.derived": "values",
  "entities.derived_problems": "messages",
  "entities.labels": "values",
  "entities.links": "values",
  "entities.origin": "where it came from",
  "entities.properties": "values",
  "entity_contributions.document": "values",
  "entity_contributions.origin": "where it came from",
  "entity_contributions.said": "values",
  "entity_relation_changes.after": "what is",
  "entity_relation_changes.before": "what was",
  "entity_versions.document": "values",
  "outbox_events.payload": "what happened",
  "person_aliases.evidence": "what speaks for it",
  "relations.properties": "values",
  "run_steps.outputs": "values",
  "runs.inputs": "answers",
  "runs.links": "addresses",
  "runs.outputs": "values",
  "saved_views.state": "the address of a list; its condition is the query language",
  "scorecard_levels.states": "outcomes",
  "scorecard_rules.query": language,
  "scorecard_rules.query_text": language,
  "scorecards.filter_query": language,
  "scorecards.filter_text": language,
  "scorecards.levels": "names",
  "sign_in_flows.intent": "where somebody goes on to",
  "webhook_deliveries.headers": "what was sent",
  "webhook_deliveries.problem": "a message",
  "worker_metrics.content": "numbers",
};

const suspicious =
  /(^|[._])(if|when|where|only|unless)$|filter|condition|predicate|criteria|rules?$|query|quer(y|ies)$|matches|visib|expression|formula|pattern$|scopes?$|polic(y|ies)$/i;
/** Members that only a tree of conditions has. */
const ofTrees = ["op", "operator", "comparator", "combinator", "anyOf", "allOf", "oneOf", "if", "then"];

type Node = { properties?: Record<string, unknown> } & Record<string, unknown>;

/** The paths of all members of a schema. */
function membersOf(node: unknown, at = ""): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => membersOf(each, at));
  if (typeof node !== "object" || node === null) return [];
  const { properties = {}, items, anyOf, oneOf, allOf, additionalProperties, $defs } = node as Node;
  const own = Object.entries(properties).flatMap(([name, inner]) => [at + name, ...membersOf(inner, `${at}${name}.`)]);
  const inner = [items, anyOf, oneOf, allOf, additionalProperties, Object.values($defs ?? {})];
  return [...own, ...inner.flatMap((each) => membersOf(each, at))];
}

const requestOf = ({ input }: Operation) => membersOf(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }));

test("a request has conditions in the query language only", () => {
  const found = operations.flatMap((operation) => requestOf(operation).map((path) => [operation.name, path] as const));
  expect(found.length).toBeGreaterThan(500);
  expect(found.filter(([, path]) => suspicious.test(path) && !(path in parts))).toEqual([]);
  expect(found.filter(([, path]) => ofTrees.includes(path.split(".").at(-1) ?? ""))).toEqual([]);
  const known = new Set(found.map(([, path]) => path));
  expect(Object.keys(parts).filter((path) => !known.has(path))).toEqual([]);
});

test("a column has conditions in the query language only", () => {
  const files = import.meta.glob("../db/schema/*.ts", { eager: true });
  const tables = Object.values(files as Record<string, object>).flatMap((file) =>
    Object.values(file).filter((value) => is(value, PgTable)),
  );
  const found = tables.flatMap((table) =>
    Object.values(getTableColumns(table))
      .filter((column) => column.getSQLType() === "jsonb" || suspicious.test(column.name))
      .map((column) => `${getTableName(table)}.${column.name}`),
  );
  expect(found.sort()).toEqual(Object.keys(columns).sort());
});

test("the conditions of a shipped form are queries", () => {
  const { asked } = createServiceDefinition.inputSchema;
  expect(asked.length).toBeGreaterThan(1);
  for (const { when } of asked) expect(readQuery(when)).toMatchObject({ ok: true });
  expect(JSON.stringify(createServiceDefinition)).not.toMatch(/"(if|allOf|anyOf)":/);
});
