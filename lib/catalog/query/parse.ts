import type { Comparison, ComparisonOperator, Query, Scalar, Term, Value } from "./ast.ts";
import { comparisonOperators } from "./ast.ts";
import { findExcess, queryLimits } from "./limits.ts";
import { findMismatch } from "./mismatch.ts";
import { type DurationUnit, durationUnits } from "./moments.ts";
import { parseRelationName, parseTerm } from "./parse-term.ts";
import { locateProblem, type QueryProblem, QuerySyntaxError } from "./problem.ts";
import { TokenReader } from "./token-reader.ts";

export type QueryResult = { ok: true; query: Query } | { ok: false; error: QueryProblem };

function parseScalar(reader: TokenReader): Scalar {
  const token = reader.peek();
  const word = reader.keyword();
  if (word === "null") reader.fail("null is not a value; use exists or is empty");
  if (token.kind !== "string" && token.kind !== "number" && word !== "true" && word !== "false") {
    reader.expected('a value: "text", a number, true or false');
  }
  reader.advance();
  return token.kind === "string" || token.kind === "number" ? token.value : word === "true";
}

function parseValue(reader: TokenReader): Value {
  const value = parseScalar(reader);
  const word = reader.keyword();
  if (typeof value !== "number" || word === undefined) return value;
  const unit: DurationUnit | undefined = durationUnits.find((known) => known === word || known === `${word}s`);
  if (unit === undefined) return value;
  if (!Number.isSafeInteger(value) || value < 0) reader.fail(`a duration is a whole number of ${unit}, not negative`);
  reader.advance();
  return { amount: value, unit };
}

function parseList(reader: TokenReader): Scalar[] {
  reader.takeSign("[", "a list in [ ]");
  const values = [parseScalar(reader)];
  while (reader.hasSign(",")) {
    reader.advance();
    if (values.length === queryLimits.listValues)
      reader.fail(`a list can have at most ${queryLimits.listValues} values`);
    values.push(parseScalar(reader));
  }
  reader.takeSign("]", 'a comma or "]"');
  return values;
}

/** Refuses at the value what can never make sense. */
function checked(offset: number, term: Term, operator: ComparisonOperator | "in", values: (Value | Scalar)[]): void {
  const problem = findMismatch(term, operator, ...values);
  if (problem !== undefined) throw new QuerySyntaxError(offset, problem);
}

function parseMembership(reader: TokenReader, term: Term): Query {
  const { offset } = reader.advance();
  const values = parseList(reader);
  checked(offset, term, "in", values);
  return { op: "in", term, values };
}

function parseComparison(reader: TokenReader, term: Term, operator: ComparisonOperator): Comparison {
  reader.advance();
  const { offset } = reader.peek();
  const value = parseValue(reader);
  checked(offset, term, operator, [value]);
  return { op: operator, term, value };
}

function findOperator(reader: TokenReader): ComparisonOperator | undefined {
  const token = reader.peek();
  const written = token.kind === "sign" ? token.text : reader.keyword();
  return comparisonOperators.find((operator) => operator.toLowerCase() === written);
}

function parseExistence(reader: TokenReader, term: Term, offset: number): Query {
  if (!("field" in term || "path" in term)) {
    throw new QuerySyntaxError(offset, "only a field or a path can exist or be empty; compare this with a value");
  }
  const existence: Query = { op: "exists", term };
  if (reader.takeKeyword("exists")) return existence;
  reader.takeKeyword("is");
  const isNegated = reader.takeKeyword("not");
  if (!reader.takeKeyword("empty")) reader.expected(isNegated ? "empty" : "empty or not empty");
  return isNegated ? existence : { op: "not", of: existence };
}

function parseTest(reader: TokenReader): Query {
  const { offset } = reader.peek();
  if (reader.keyword() === "resolved" && reader.isCall()) {
    reader.advance();
    reader.takeSign("(", '"("');
    const relation = parseRelationName(reader);
    reader.takeSign(")", '")"');
    return { op: "resolved", relation };
  }
  const term = parseTerm(reader);
  const word = reader.keyword();
  if (word === "is" || word === "exists") return parseExistence(reader, term, offset);
  const isNegated = reader.takeKeyword("not");
  const operator = findOperator(reader);
  let test: Query;
  if (reader.keyword() === "in") test = parseMembership(reader, term);
  else if (operator !== undefined && !(isNegated && reader.peek().kind === "sign")) {
    test = parseComparison(reader, term, operator);
  } else
    reader.expected(
      isNegated
        ? "in, contains or startsWith"
        : "an operator: =, !=, >, >=, <, <=, in, contains, startsWith, exists, is",
    );
  return isNegated ? { op: "not", of: test } : test;
}

function parseUnary(reader: TokenReader): Query {
  if (reader.keyword() === "not") {
    return reader.nested(() => {
      reader.advance();
      return { op: "not", of: parseUnary(reader) };
    });
  }
  if (!reader.hasSign("(")) return parseTest(reader);
  return reader.nested(() => {
    reader.advance();
    const inner = parseJunction(reader, "or");
    reader.takeSign(")", 'and, or, or ")"');
    return inner;
  });
}

function parseJunction(reader: TokenReader, op: "and" | "or"): Query {
  const parseOperand = op === "or" ? () => parseJunction(reader, "and") : () => parseUnary(reader);
  const first = parseOperand();
  const operands = [first];
  while (reader.takeKeyword(op)) operands.push(parseOperand());
  return operands.length === 1 ? first : { op, of: operands };
}

/** Reads the text form of a query. The error names the line, the column and what was expected there. */
export function parseQuery(text: string): QueryResult {
  try {
    if (new TextEncoder().encode(text).length > queryLimits.textBytes) {
      throw new QuerySyntaxError(0, `a query can have at most ${queryLimits.textBytes / 1024} KB`);
    }
    const reader = new TokenReader(text);
    const query = parseJunction(reader, "or");
    if (reader.peek().kind !== "end") reader.expected("and, or, or the end of the query");
    const excess = findExcess(query);
    if (excess !== undefined) throw new QuerySyntaxError(0, excess.replace(/\.$/, ""));
    return { ok: true, query };
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    return { ok: false, error: locateProblem(text, error.offset, error.message) };
  }
}
