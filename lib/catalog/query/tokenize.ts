import { findTextProblem } from "./limits.ts";
import { QuerySyntaxError } from "./problem.ts";

export type Token = { offset: number } & (
  | { kind: "word"; text: string }
  | { kind: "string"; value: string }
  | { kind: "number"; value: number; text: string }
  | { kind: "sign"; text: string }
  | { kind: "end" }
);

const spaceExpression = /[ \t\r\n]*/y;
const wordExpression = /[A-Za-z_][A-Za-z0-9_-]*/y;
const numberExpression = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const signExpression = /!=|>=|<=|[=<>()[\],.]/y;
const plainExpression = /[^"'\\\n]+/y;
const escapeExpression = /\\(?:["'\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Signs of other languages, and what to write here. */
const foreignSigns: [sign: string, advice: string][] = [
  ["==", "use = to compare"],
  ["&&", "use the word and"],
  ["||", "use the word or"],
  ["<>", "use != to compare"],
  ["!", "use the word not"],
  ["“", 'use straight quotes, "'],
];

function matchAt(expression: RegExp, text: string, offset: number): string | undefined {
  expression.lastIndex = offset;
  return expression.exec(text)?.[0];
}

function readEscape(written: string): string {
  if (written === "\\'") return "'";
  return JSON.parse(`"${written}"`) as string;
}

function readString(text: string, offset: number): { value: string; end: number } {
  const quote = text[offset];
  let value = "";
  let at = offset + 1;
  while (text[at] !== quote) {
    const character = text[at];
    if (character === undefined || character === "\n") {
      throw new QuerySyntaxError(offset, "this text has no closing quote on the same line");
    }
    const plain = matchAt(plainExpression, text, at);
    const escaped = plain === undefined && character === "\\" ? matchAt(escapeExpression, text, at) : undefined;
    if (character === "\\" && escaped === undefined) {
      throw new QuerySyntaxError(at, 'a backslash starts an escape such as \\" or \\n; write \\\\ for a backslash');
    }
    value += plain ?? (escaped === undefined ? character : readEscape(escaped));
    at += (plain ?? escaped ?? character).length;
  }
  const problem = findTextProblem(value);
  if (problem !== undefined) throw new QuerySyntaxError(offset, problem);
  return { value, end: at + 1 };
}

function refuseCharacter(text: string, offset: number): never {
  const foreign = foreignSigns.find(([sign]) => text.startsWith(sign, offset));
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  throw new QuerySyntaxError(
    offset,
    foreign === undefined ? `${JSON.stringify(character)} is not part of the query language` : foreign[1],
  );
}

/** Splits a query into tokens, the last of which is `end`. */
export function tokenizeQuery(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  for (;;) {
    offset += matchAt(spaceExpression, text, offset)?.length ?? 0;
    const character = text[offset];
    if (character === undefined) break;
    const word = matchAt(wordExpression, text, offset);
    const number = matchAt(numberExpression, text, offset);
    const isForeign = text.startsWith("==", offset) || text.startsWith("<>", offset);
    const sign = isForeign ? undefined : matchAt(signExpression, text, offset);
    if (character === '"' || character === "'") {
      const { value, end } = readString(text, offset);
      tokens.push({ kind: "string", value, offset });
      offset = end;
    } else if (word !== undefined) {
      tokens.push({ kind: "word", text: word, offset });
      offset += word.length;
    } else if (number !== undefined) {
      // `+ 0` turns -0 into 0, which has only one spelling.
      const value = Number(number) + 0;
      if (!Number.isFinite(value)) throw new QuerySyntaxError(offset, "this number is too large");
      tokens.push({ kind: "number", value, text: number, offset });
      offset += number.length;
    } else if (sign !== undefined) {
      tokens.push({ kind: "sign", text: sign, offset });
      offset += sign.length;
    } else refuseCharacter(text, offset);
  }
  tokens.push({ kind: "end", offset });
  return tokens;
}

/** A token as it is named in a sentence. */
export function describeToken(token: Token): string {
  if (token.kind === "end") return "the end of the query";
  if (token.kind === "string") return "text in quotes";
  return JSON.stringify(token.text);
}
