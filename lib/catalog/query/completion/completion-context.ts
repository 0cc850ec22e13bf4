import { checkValue } from "../elaboration/check-value.ts";
import type { PropertyTypes } from "../elaboration/elaboration.ts";
import { QuerySyntaxError } from "../text/problem.ts";
import { type Token, tokenizeQuery } from "../text/tokenize.ts";
import type { ValueType } from "../value-type.ts";

/** What stands before the cursor, and so what can follow. `word` is what has been typed of it, from `from` on. */
export type CompletionContext = { from: number; word: string } & (
  | { expects: "value"; left: string | undefined }
  /** Inside quotes: one of the values that what stands left of the operator may have. */
  | { expects: "text"; left: string | undefined }
  | { expects: "member"; of: string; type: ValueType | undefined }
  | { expects: "operator"; type: ValueType | undefined; left: string }
);

const signs = ["=", "==", "!=", "<", "<=", ">", ">="];
const words = ["and", "or", "not", "in", "contains", "startswith", "is", "exists", "empty"];

function isSign(token: Token | undefined, ...texts: string[]): boolean {
  return token?.kind === "sign" && texts.includes(token.text);
}

function isWord(token: Token | undefined, ...texts: string[]): boolean {
  return token?.kind === "word" && !token.isQuoted && texts.includes(token.text.toLowerCase());
}

/** The index of the sign that opens what the one at `index` closes. */
function openingOf(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at >= 0; at -= 1) {
    if (isSign(tokens[at], ")", "]")) depth += 1;
    if (isSign(tokens[at], "(", "[")) depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}

/** Where the operand begins that ends with the token at `index`: `links("a").filter(…)` is one. */
function operandStart(tokens: readonly Token[], index: number): number {
  let at = index;
  for (;;) {
    if (isSign(tokens[at], ")", "]")) {
      at = openingOf(tokens, at);
      const before = tokens[at - 1];
      if (before === undefined || isWord(before, ...words)) return at;
      if (before.kind !== "word" && !isSign(before, ")", "]")) return at;
      at -= 1;
      if (isSign(before, ")", "]")) continue;
    }
    if (!isSign(tokens[at - 1], ".")) return Math.max(at, 0);
    at -= 2;
    if (at < 0) return 0;
  }
}

/** The list that the parameter of the innermost lambda around `index` goes through: the text before `.method((x) =>`. */
function lambdaAround(text: string, tokens: readonly Token[], index: number, name: string): string | undefined {
  for (let at = index; at > 0; at -= 1) {
    if (!isSign(tokens[at], "=>")) continue;
    const isBracketed = isSign(tokens[at - 1], ")");
    const parameter = tokens[at - (isBracketed ? 2 : 1)];
    if (parameter?.kind !== "word" || parameter.text !== name) continue;
    const open = at - (isBracketed ? 4 : 2);
    if (!isSign(tokens[open], "(") || !isSign(tokens[open - 2], ".")) return undefined;
    const [first, last] = [tokens[operandStart(tokens, open - 3)], tokens[open - 3]];
    return first === undefined || last === undefined ? undefined : text.slice(first.offset, last.end);
  }
  return undefined;
}

/** The type of an operand that stands between two tokens; through the list when it begins with the parameter of a lambda. */
function typeOf(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
  types: PropertyTypes,
): ValueType | undefined {
  const [first, last] = [tokens[start], tokens[end]];
  if (first === undefined || last === undefined) return undefined;
  const operand = text.slice(first.offset, last.end);
  const list = first.kind === "word" ? lambdaAround(text, tokens, start, first.text) : undefined;
  if (list !== undefined && first.kind === "word") {
    const mapped = checkValue(`${list}.map((${first.text}) => ${operand})`, types);
    return mapped.ok && mapped.type.kind === "list" ? mapped.type.items : undefined;
  }
  const value = checkValue(operand, types);
  return value.ok ? value.type : undefined;
}

/** The operand left of an operator that ends before `index`, as text. */
function leftOf(text: string, tokens: readonly Token[], index: number): string | undefined {
  let at = index;
  // Inside a list the operator is before its bracket.
  while (isSign(tokens[at], ",") || tokens[at]?.kind === "string" || isSign(tokens[at], "[")) at -= 1;
  if (!isSign(tokens[at], ...signs) && !isWord(tokens[at], "in", "contains", "startswith")) return undefined;
  if (isWord(tokens[at - 1], "not")) at -= 1;
  const [first, last] = [tokens[operandStart(tokens, at - 1)], tokens[at - 1]];
  return first === undefined || last === undefined ? undefined : text.slice(first.offset, last.end);
}

/** A function or method whose first argument begins behind the last token, as text: `hasGroup(`. */
function callOf(text: string, tokens: readonly Token[]): string | undefined {
  const [name, opening] = tokens.slice(-2);
  if (!isSign(opening, "(") || name?.kind !== "word" || isWord(name, ...words)) return undefined;
  const first = tokens[operandStart(tokens, tokens.length - 2)];
  return first === undefined || opening === undefined ? undefined : text.slice(first.offset, opening.end);
}

/** The tokens of a text; of what is before them when it ends inside quotes. */
function tokensOf(text: string): { tokens: Token[]; quoteAt: number | undefined } {
  try {
    return { tokens: tokenizeQuery(text).tokens.slice(0, -1), quoteAt: undefined };
  } catch (error) {
    if (!(error instanceof QuerySyntaxError) || error.offset === 0) return { tokens: [], quoteAt: undefined };
    const quoteAt = /["']/.test(text[error.offset] ?? "") ? error.offset : undefined;
    return { tokens: tokensOf(text.slice(0, error.offset)).tokens, quoteAt };
  }
}

/** Finds out what can stand at the end of a text that is being written. */
export function completionContext(text: string, types: PropertyTypes): CompletionContext {
  const { tokens, quoteAt } = tokensOf(text);
  if (quoteAt !== undefined) {
    const left = callOf(text, tokens) ?? leftOf(text, tokens, tokens.length - 1);
    return { expects: "text", from: quoteAt + 1, word: text.slice(quoteAt + 1), left };
  }
  const last = tokens.at(-1);
  const isTyping = last?.kind === "word" && last.end === text.length;
  const from = isTyping ? last.offset : text.length;
  const word = isTyping ? text.slice(from) : "";
  const before = tokens.length - (isTyping ? 2 : 1);
  const previous = tokens[before];
  if (isSign(previous, ".")) {
    const start = operandStart(tokens, before - 1);
    const of = text.slice(tokens[start]?.offset ?? 0, tokens[before - 1]?.end ?? 0);
    return { expects: "member", from, word, of, type: typeOf(text, tokens, start, before - 1, types) };
  }
  const endsOperand =
    previous !== undefined &&
    (previous.kind === "string" ||
      previous.kind === "number" ||
      isSign(previous, ")", "]") ||
      (previous.kind === "word" && !isWord(previous, ...words)));
  if (endsOperand && !isWord(previous, "exists", "empty")) {
    const start = operandStart(tokens, before);
    const left = text.slice(tokens[start]?.offset ?? 0, previous.end);
    // Behind the right side of a comparison stands a whole condition.
    const operator = tokens[start - 1];
    const isRight = isSign(operator, ...signs) || isWord(operator, "in", "contains", "startswith");
    const type: ValueType | undefined = isRight ? { kind: "boolean" } : typeOf(text, tokens, start, before, types);
    return { expects: "operator", from, word, left, type };
  }
  if (isWord(previous, "exists", "empty"))
    return { expects: "operator", from, word, left: "", type: { kind: "boolean" } };
  return { expects: "value", from, word, left: leftOf(text, tokens, before) };
}
