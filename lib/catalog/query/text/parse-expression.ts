import { type BinaryOperator, binaryOperators, type Expression } from "../expression.ts";
import { findExpressionExcess, queryLimits } from "../limits.ts";
import { aValue, describeNext, parseOperand, placed, type Reading } from "./parse-operand.ts";
import { QuerySyntaxError } from "./problem.ts";
import type { Spans } from "./spans.ts";
import { TokenReader } from "./token-reader.ts";

const aPlace = "a field, a path or a function";

function readUnary(reading: Reading, expectation: string): Expression {
  const { reader } = reading;
  const start = reader.peek().offset;
  if (!reader.hasSign("!") && !reader.hasSign("-")) return parseOperand(reading, expectation);
  return reader.nested(() => {
    const isNegation = reader.hasSign("!");
    reader.advance();
    const operand = readUnary(reading, expectation);
    if (!isNegation && operand.kind === "literal" && typeof operand.value === "number") {
      // `+ 0` turns -0 into 0, which has only one spelling.
      return placed(reading, start, { kind: "literal", value: -operand.value + 0 });
    }
    return placed(reading, start, {
      kind: "operation",
      operator: isNegation ? "not" : "negate",
      operands: [operand],
    });
  });
}

/** `a + b * c`, from the left; the signs of one level are taken in the order in which they stand. */
function readArithmetic(reading: Reading, expectation: string, level: 0 | 1): Expression {
  const { reader } = reading;
  const signs = level === 0 ? (["+", "-"] as const) : (["*", "/", "%"] as const);
  const operand = (expected: string) =>
    level === 0 ? readArithmetic(reading, expected, 1) : readUnary(reading, expected);
  const start = reader.peek().offset;
  let left = operand(expectation);
  for (let terms = 1; ; terms += 1) {
    const sign = signs.find((known) => reader.hasSign(known));
    if (sign === undefined) return left;
    if (terms === queryLimits.terms) reader.fail(`a sum or product can have at most ${queryLimits.terms} terms`);
    reader.advance();
    const right = operand(aValue);
    left = placed(reading, start, { kind: "operation", operator: sign, operands: [left, right] });
  }
}

function findOperator(reader: TokenReader): BinaryOperator | undefined {
  const token = reader.peek();
  if (token.kind === "sign" && token.text === "==") return "=";
  const written = token.kind === "sign" ? token.text : reader.keyword();
  return binaryOperators.find((operator) => operator.toLowerCase() === written && !/^[-+*/%]$/.test(operator));
}

function negated(reading: Reading, start: number, isNegated: boolean, operand: Expression): Expression {
  return isNegated ? placed(reading, start, { kind: "operation", operator: "not", operands: [operand] }) : operand;
}

function readComparison(reading: Reading, expectation: string): Expression {
  const { reader } = reading;
  const start = reader.peek().offset;
  const left = readArithmetic(reading, expectation, 0);
  if (reader.takeKeyword("exists")) {
    return placed(reading, start, { kind: "operation", operator: "exists", operands: [left] });
  }
  if (reader.takeKeyword("is")) {
    const isNot = reader.takeKeyword("not");
    if (!reader.takeKeyword("empty")) reader.expected(isNot ? "empty" : "empty or not empty");
    const existence = placed(reading, start, { kind: "operation", operator: "exists", operands: [left] });
    return negated(reading, start, !isNot, existence);
  }
  const isNegated = reader.takeKeyword("not");
  const operator = findOperator(reader);
  if (operator === undefined || (isNegated && reader.peek().kind === "sign")) {
    return isNegated ? reader.expected("in, contains or startsWith") : left;
  }
  reader.advance();
  if (operator === "in" && reader.hasSign("[")) {
    const next = reader.look(1);
    if (next.kind === "sign" && next.text === "]") {
      reader.advance();
      reader.expected(aValue);
    }
  }
  const right = readArithmetic(reading, operator === "in" ? "a list in [ ]" : aValue, 0);
  return negated(
    reading,
    start,
    isNegated,
    placed(reading, start, { kind: "operation", operator, operands: [left, right] }),
  );
}

function readNegation(reading: Reading, expectation: string): Expression {
  const { reader } = reading;
  const { offset } = reader.peek();
  if (reader.keyword() !== "not") return readComparison(reading, expectation);
  return reader.nested(() => {
    reader.advance();
    return negated(reading, offset, true, readNegation(reading, aPlace));
  });
}

function readJunction(reading: Reading, op: "and" | "or", expectation: string): Expression {
  const { reader } = reading;
  const start = reader.peek().offset;
  const operand = (expected: string) =>
    op === "or" ? readJunction(reading, "and", expected) : readNegation(reading, expected);
  const first = operand(expectation);
  const operands = [first];
  while (reader.takeKeyword(op)) operands.push(operand(aPlace));
  return operands.length === 1 ? first : placed(reading, start, { kind: "operation", operator: op, operands });
}

/** `x => …` or `(x) => …`; only an argument of a call can be one. */
function readLambda(reading: Reading): Expression | undefined {
  const { reader } = reading;
  const start = reader.peek().offset;
  const isSign = (distance: number, sign: string) => {
    const token = reader.look(distance);
    return token.kind === "sign" && token.text === sign;
  };
  const isBracketed = isSign(0, "(") && isSign(2, ")") && isSign(3, "=>");
  if (!isBracketed && !isSign(1, "=>")) return undefined;
  const token = reader.look(isBracketed ? 1 : 0);
  if (token.kind !== "word") return undefined;
  for (let taken = 0; taken < (isBracketed ? 4 : 2); taken += 1) reader.advance();
  const body = reader.nested(() => readJunction(reading, "or", aPlace));
  return placed(reading, start, { kind: "lambda", parameter: token.text, body });
}

/**
 * Reads a text into the expression that it is, without asking what its names mean. Throws a {@link QuerySyntaxError} at the character.
 */
export function parseExpression(text: string): { expression: Expression; spans: Spans } {
  if (new TextEncoder().encode(text).length > queryLimits.textBytes)
    throw new QuerySyntaxError(0, `a query can have at most ${queryLimits.textBytes / 1024} KB`);
  const reader = new TokenReader(text);
  const spans: Spans = new WeakMap();
  const reading: Reading = {
    reader,
    spans,
    expression: (expectation) => readJunction(reading, "or", expectation),
    lambda: () => readLambda(reading),
  };
  if (reader.peek().kind === "end" && reader.comments.length > 0) {
    const unwritten: Expression = { kind: "unwritten", comment: reader.comments.join(" ").slice(0, 1000) };
    spans.set(unwritten, { start: 0, end: text.length });
    return { expression: unwritten, spans };
  }
  const expression = readJunction(reading, "or", aPlace);
  if (reader.peek().kind !== "end") reader.expected(describeNext(expression, "the end of the query"));
  const excess = findExpressionExcess(expression, queryLimits.textBytes);
  if (excess !== undefined) throw new QuerySyntaxError(0, excess.replace(/\.$/, ""));
  return { expression, spans };
}
