import type { Call, Expression, Named } from "../expression.ts";
import { queryLimits } from "../limits.ts";
import { type DurationUnit, durationUnits } from "../moments.ts";
import type { Spans } from "./spans.ts";
import type { TokenReader } from "./token-reader.ts";

/** What the levels of the parser share. `expression` reads a whole one, so that operands can hold expressions again. */
export interface Reading {
  reader: TokenReader;
  spans: Spans;
  expression(expectation: string): Expression;
  lambda(): Expression | undefined;
}

export const aValue = 'a value: "text", a number, true or false';

/** Notes that an expression stands from `start` to the last token that was taken. */
export function placed<Kind extends Expression>({ reader, spans }: Reading, start: number, expression: Kind): Kind {
  spans.set(expression, { start, end: reader.end });
  return expression;
}

function readNumber(reading: Reading, value: number): Expression {
  const { reader } = reading;
  const start = reader.advance().offset;
  const word = reader.keyword();
  const unit: DurationUnit | undefined = durationUnits.find((known) => known === word || known === `${word}s`);
  if (unit === undefined) return placed(reading, start, { kind: "literal", value });
  if (!Number.isSafeInteger(value)) reader.fail(`a duration is a whole number of ${unit}`);
  reader.advance();
  return placed(reading, start, { kind: "duration", amount: value, unit });
}

function readList(reading: Reading): Expression {
  const { reader } = reading;
  const start = reader.advance().offset;
  const items: Expression[] = [];
  while (!reader.hasSign("]")) {
    if (items.length > 0) reader.takeSign(",", 'a comma or "]"');
    if (items.length === queryLimits.listValues)
      reader.fail(`a list can have at most ${queryLimits.listValues} values`);
    items.push(reading.expression(aValue));
  }
  reader.advance();
  return placed(reading, start, { kind: "list", items });
}

/** Reads the name of a relation: a word, or quoted when it has other signs. */
function readRelationName(reader: TokenReader): string {
  const token = reader.peek();
  if (token.kind === "string" && token.value === "") reader.fail("a relation needs a name");
  if (token.kind !== "word" && token.kind !== "string") reader.expected("the name of a relation, such as dependsOn");
  reader.advance();
  return token.kind === "word" ? token.text : token.value;
}

/** `count(dependsOn)`, `count(incoming dependsOn)`, `resolved(ownedBy)`: these take the name of a relation as it is. */
function readRelationCall(reading: Reading, name: "count" | "resolved"): Call {
  const { reader } = reading;
  const start = reader.advance().offset;
  reader.takeSign("(", '"("');
  const first = reader.peek();
  const named: Named[] = [];
  let relation = readRelationName(reader);
  const isDirection = first.kind === "word" && (relation === "incoming" || relation === "outgoing");
  if (name === "count" && isDirection && !reader.hasSign(")")) {
    if (relation === "incoming") named.push({ name: "direction", value: { kind: "literal", value: "incoming" } });
    relation = readRelationName(reader);
  }
  reader.takeSign(")", '")"');
  return placed(reading, start, {
    kind: "call",
    of: null,
    name,
    arguments: [{ kind: "literal", value: relation }],
    named,
  });
}

function readArguments(reading: Reading): Pick<Call, "arguments" | "named"> {
  const { reader } = reading;
  const positional: Expression[] = [];
  const named: Named[] = [];
  reader.takeSign("(", '"("');
  while (!reader.hasSign(")")) {
    if (positional.length + named.length > 0) reader.takeSign(",", 'a comma or ")"');
    if (positional.length + named.length === queryLimits.arguments)
      reader.fail(`a call can have at most ${queryLimits.arguments} arguments`);
    const token = reader.peek();
    const next = reader.look(1);
    if (token.kind === "word" && next.kind === "sign" && next.text === "=") {
      if (named.some((argument) => argument.name === token.text)) reader.fail(`${token.text} is given twice`);
      reader.advance();
      reader.advance();
      named.push({ name: token.text, value: reading.expression(aValue) });
    } else if (named.length > 0) reader.expected("a named argument, such as key = value, after the first named one");
    else positional.push(reading.lambda() ?? reading.expression(aValue));
  }
  reader.advance();
  return { arguments: positional, named };
}

function readWord(reading: Reading, expectation: string): Expression {
  const { reader } = reading;
  const token = reader.peek();
  const word = reader.keyword();
  if (word === "true" || word === "false" || word === "null") {
    reader.advance();
    return placed(reading, token.offset, { kind: "literal", value: word === "null" ? null : word === "true" });
  }
  if (word === "and" || word === "or" || word === "in" || token.kind !== "word") return reader.expected(expectation);
  if (!reader.isCall()) {
    reader.advance();
    return placed(reading, token.offset, { kind: "name", name: token.text });
  }
  if (word === "count" || word === "resolved") return readRelationCall(reading, word);
  reader.advance();
  const call = reader.nested(() => readArguments(reading));
  return placed(reading, token.offset, { kind: "call", of: null, name: token.text, ...call });
}

function readPrimary(reading: Reading, expectation: string): Expression {
  const { reader } = reading;
  const token = reader.peek();
  if (token.kind === "string") {
    reader.advance();
    return placed(reading, token.offset, { kind: "literal", value: token.value });
  }
  if (token.kind === "number") return readNumber(reading, token.value);
  if (reader.hasSign("[")) return reader.nested(() => readList(reading));
  if (!reader.hasSign("(")) return readWord(reading, expectation);
  return reader.nested(() => {
    reader.advance();
    const inner = reading.expression(expectation);
    reader.takeSign(")", describeNext(inner, '")"'));
    return inner;
  });
}

/** What can stand behind an expression, in a sentence. */
export function describeNext(expression: Expression, end: string): string {
  const isCondition = expression.kind === "operation" && !["+", "-", "*", "/", "%"].includes(expression.operator);
  const operators = "an operator such as =, !=, >, >=, <, <=, in, contains, startsWith, exists, is";
  return isCondition ? `and, or, or ${end}` : `${operators}, and, or, or ${end}`;
}

/** Reads a value with its members, items and method calls: `links("runbook").length`, `properties.a["b"]`. */
export function parseOperand(reading: Reading, expectation: string): Expression {
  const { reader } = reading;
  const start = reader.peek().offset;
  let operand = readPrimary(reading, expectation);
  let steps = 0;
  while (reader.hasSign(".") || reader.hasSign("[")) {
    if (steps === queryLimits.pathKeys) reader.fail(`a path can have at most ${queryLimits.pathKeys} keys`);
    steps += 1;
    const isBracketed = reader.hasSign("[");
    reader.advance();
    const token = reader.peek();
    if (isBracketed) {
      const index = reader.nested(() => reading.expression('a key in quotes, as in annotations["a/b"], or a place'));
      reader.takeSign("]", '"]"');
      const of: Expression = operand;
      const isKey = index.kind === "literal" && typeof index.value === "string";
      operand = placed(
        reading,
        start,
        isKey ? { kind: "member", of, name: String(index.value) } : { kind: "item", of, index },
      );
    } else {
      if (token.kind !== "word") return reader.expected('a key; write keys with other signs as ["key"]');
      const isCall = reader.isCall();
      const of: Expression = operand;
      const name = token.text;
      reader.advance();
      operand = isCall
        ? placed(reading, start, { kind: "call", of, name, ...reader.nested(() => readArguments(reading)) })
        : placed(reading, start, { kind: "member", of, name });
    }
  }
  return operand;
}
