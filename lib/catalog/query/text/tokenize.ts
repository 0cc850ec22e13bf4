import { findTextProblem } from "../limits.ts";
import { QuerySyntaxError } from "./problem.ts";

export type Token = { offset: number; end: number } & (
  | { kind: "word"; text: string; isQuoted: boolean }
  | { kind: "string"; value: string }
  | { kind: "number"; value: number; text: string }
  | { kind: "sign"; text: string }
  | { kind: "end" }
);

const spaceExpression = /[ \t\r\n]*/y;
const commentExpression = /\/\*[\s\S]*?\*\//y;
const backQuotedExpression = /`[^`\n]+`/y;
const wordExpression = /[A-Za-z_][A-Za-z0-9_-]*/y;
const numberExpression = /[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const signExpression = /==|=>|!=|>=|<=|[=<>()[\],.!+\-*/%]/y;
const plainExpression = /[^"'\\\n]+/y;
const escapeExpression = /\\(?:["'\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Signs of other languages, and what to write here. */
const foreignSigns: [sign: string, advice: string][] = [
  ["&&", "use the word and"],
  ["||", "use the word or"],
  ["<>", "use != to compare"],
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

/** Skips spaces and comments. The comments are kept: a text that is nothing else is a query that is still to be written. */
function skipSpace(text: string, from: number, comments: string[]): number {
  let offset = from;
  for (;;) {
    offset += matchAt(spaceExpression, text, offset)?.length ?? 0;
    if (!text.startsWith("/*", offset)) return offset;
    const comment = matchAt(commentExpression, text, offset);
    if (comment === undefined) throw new QuerySyntaxError(offset, "this comment has no closing */", offset + 2);
    comments.push(comment.slice(2, -2).trim());
    offset += comment.length;
  }
}

function readName(text: string, offset: number): Token | undefined {
  const word = matchAt(wordExpression, text, offset);
  if (word !== undefined) return { kind: "word", text: word, isQuoted: false, offset, end: offset + word.length };
  const quoted = matchAt(backQuotedExpression, text, offset);
  if (quoted === undefined) return undefined;
  const name = quoted.slice(1, -1);
  const problem = findTextProblem(name);
  if (problem !== undefined) throw new QuerySyntaxError(offset, problem);
  return { kind: "word", text: name, isQuoted: true, offset, end: offset + quoted.length };
}

function readNumber(text: string, offset: number): Token | undefined {
  const number = matchAt(numberExpression, text, offset);
  if (number === undefined) return undefined;
  if (!Number.isFinite(Number(number))) throw new QuerySyntaxError(offset, "this number is too large");
  return { kind: "number", value: Number(number), text: number, offset, end: offset + number.length };
}

function readToken(text: string, offset: number): Token {
  if (text[offset] === '"' || text[offset] === "'") {
    const { value, end } = readString(text, offset);
    return { kind: "string", value, offset, end };
  }
  const named = readName(text, offset) ?? readNumber(text, offset);
  if (named !== undefined) return named;
  const isForeign = text.startsWith("<>", offset);
  const sign = isForeign ? undefined : matchAt(signExpression, text, offset);
  if (sign === undefined) return refuseCharacter(text, offset);
  return { kind: "sign", text: sign, offset, end: offset + sign.length };
}

/** Splits a query into tokens, the last of which is `end`, and the comments between them. */
export function tokenizeQuery(text: string): { tokens: Token[]; comments: string[] } {
  const tokens: Token[] = [];
  const comments: string[] = [];
  let offset = skipSpace(text, 0, comments);
  while (offset < text.length) {
    const token = readToken(text, offset);
    tokens.push(token);
    offset = skipSpace(text, token.end, comments);
  }
  tokens.push({ kind: "end", offset, end: offset });
  return { tokens, comments };
}

/** A token as it is named in a sentence. */
export function describeToken(token: Token): string {
  if (token.kind === "end") return "the end of the query";
  if (token.kind === "string") return "text in quotes";
  return JSON.stringify(token.text);
}
