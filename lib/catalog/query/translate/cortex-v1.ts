import type { Expression } from "../expression.ts";
import { findFunction, namespaces, sourceNamed } from "../functions/find-function.ts";
import type { Spans } from "../text/spans.ts";

/** Links of one type that version 1 wrote as a property. */
const linkTypes: Record<string, string> = {
  runbooks: "runbook",
  documentation: "documentation",
  dashboards: "dashboard",
  logs: "logs",
};

/** Keys of a descriptor that are fields here. */
const descriptorFields: Record<string, string> = {
  title: "title",
  description: "description",
  "x-cortex-tag": "identifier",
  "x-cortex-type": "blueprint",
  "x-cortex-groups": "tags",
  "x-cortex-service-groups": "tags",
  "x-cortex-link": "links",
  "x-cortex-custom-metadata": "properties",
};

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const name = (text: string): Expression => ({ kind: "name", name: text });
const call = (of: Expression | null, text: string, ...given: Expression[]): Expression => ({
  kind: "call",
  of,
  name: text,
  arguments: given,
  named: [],
});
const notNull = (of: Expression): Expression => ({
  kind: "operation",
  operator: "!=",
  operands: [of, { kind: "literal", value: null }],
});

function isDescriptor(expression: Expression): boolean {
  return (
    expression.kind === "member" &&
    expression.name === "info" &&
    expression.of.kind === "name" &&
    expression.of.name === "entity_descriptor"
  );
}

/** A member of a source: a property in version 1, a function now. */
function rewriteSourceMember(source: string, member: string, of: Expression): Expression | undefined {
  if (member === "enabled" && sourceNamed(source) !== undefined) return notNull(of);
  const spelled = camel(member);
  const counter = `numOf${spelled.charAt(0).toUpperCase()}${spelled.slice(1)}`;
  for (const candidate of [spelled, counter]) {
    const definition = findFunction(`${source}.${candidate}`);
    if (definition?.isProperty) return { kind: "member", of, name: candidate };
    if (definition !== undefined) return call(of, candidate);
  }
  return undefined;
}

function rewriteMember(expression: Extract<Expression, { kind: "member" }>): Expression {
  const { of } = expression;
  if (isDescriptor(of)) {
    const field = Object.hasOwn(descriptorFields, expression.name) ? descriptorFields[expression.name] : undefined;
    if (field !== undefined) return name(field);
  }
  if (of.kind === "name" && (namespaces.has(of.name) || sourceNamed(of.name) !== undefined)) {
    return rewriteSourceMember(of.name, expression.name, of) ?? expression;
  }
  return expression.name === "count" ? { kind: "member", of, name: "length" } : expression;
}

function rewriteNode(expression: Expression): Expression {
  if (expression.kind === "member") return rewriteMember(expression);
  if (expression.kind === "name") {
    if (expression.name === "tag") return name("identifier");
    const type = Object.hasOwn(linkTypes, expression.name) ? linkTypes[expression.name] : undefined;
    return type === undefined ? expression : call(null, "links", { kind: "literal", value: type });
  }
  if (expression.kind === "call" && expression.of !== null) {
    const { of } = expression;
    if (expression.name === "has_label" && expression.arguments[0]?.kind === "literal") {
      const labels: Expression = { kind: "member", of, name: "labels" };
      return notNull({ kind: "member", of: labels, name: String(expression.arguments[0].value) });
    }
    return { ...expression, name: camel(expression.name) };
  }
  return expression;
}

function withParts(expression: Expression, rewrite: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case "list":
      return { ...expression, items: expression.items.map(rewrite) };
    case "member":
      return { ...expression, of: rewrite(expression.of) };
    case "item":
      return { ...expression, of: rewrite(expression.of), index: rewrite(expression.index) };
    case "call": {
      const named = expression.named.map((argument) => ({ ...argument, value: rewrite(argument.value) }));
      const of = expression.of === null ? null : rewrite(expression.of);
      return { ...expression, of, arguments: expression.arguments.map(rewrite), named };
    }
    case "lambda":
      return { ...expression, body: rewrite(expression.body) };
    case "operation":
      return { ...expression, operands: expression.operands.map(rewrite) };
    default:
      return expression;
  }
}

/** Rewrites what version 1 of CQL wrote otherwise. Places in the text stay known, so that problems point at what was written. */
export function rewriteVersion1(expression: Expression, spans: Spans): Expression {
  const span = spans.get(expression);
  const placed = (made: Expression) => {
    if (span !== undefined && !spans.has(made)) spans.set(made, span);
    return made;
  };
  // The descriptor is one name with its keys; its parts mean nothing by themselves.
  if (expression.kind === "member" && isDescriptor(expression.of)) return placed(rewriteNode(expression));
  const rewritten = withParts(expression, (part) => rewriteVersion1(part, spans));
  return placed(rewriteNode(placed(rewritten)));
}
