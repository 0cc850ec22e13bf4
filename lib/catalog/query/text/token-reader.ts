import { queryLimits } from "../limits.ts";
import { QuerySyntaxError } from "./problem.ts";
import { describeToken, type Token, tokenizeQuery } from "./tokenize.ts";

/** Walks the tokens of one query. Words are keywords in any case; names are taken as written. */
export class TokenReader {
  readonly comments: string[];
  readonly #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    const { tokens, comments } = tokenizeQuery(text);
    this.#tokens = tokens;
    this.comments = comments;
  }

  peek(): Token {
    return this.#token(this.#at);
  }

  advance(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** A token further on. */
  look(distance: number): Token {
    return this.#token(this.#at + distance);
  }

  /** Where the last token that was taken ends. */
  get end(): number {
    return this.#token(Math.max(0, this.#at - 1)).end;
  }

  /** The next token in lower case when it is a word; a word in back quotes is never a keyword. */
  keyword(): string | undefined {
    const token = this.peek();
    return token.kind === "word" && !token.isQuoted ? token.text.toLowerCase() : undefined;
  }

  takeKeyword(keyword: string): boolean {
    if (this.keyword() !== keyword) return false;
    this.advance();
    return true;
  }

  hasSign(sign: string): boolean {
    const token = this.peek();
    return token.kind === "sign" && token.text === sign;
  }

  takeSign(sign: string, expectation: string): void {
    if (!this.hasSign(sign)) this.expected(expectation);
    this.advance();
  }

  /** Whether the next word is directly followed by an opening parenthesis. */
  isCall(): boolean {
    const next = this.look(1);
    return next.kind === "sign" && next.text === "(";
  }

  /** Runs one level deeper. The parser recurses only through here, so no input can exhaust the stack. */
  nested<Result>(read: () => Result): Result {
    if (this.#depth === queryLimits.depth) this.fail(`the query is nested more than ${queryLimits.depth} levels deep`);
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  fail(message: string): never {
    throw new QuerySyntaxError(this.peek().offset, message, this.peek().end);
  }

  expected(expectation: string): never {
    this.fail(`expected ${expectation}, found ${describeToken(this.peek())}`);
  }

  #token(index: number): Token {
    const token = this.#tokens[index] ?? this.#tokens.at(-1);
    if (token === undefined) throw new QuerySyntaxError(0, "the query has no tokens");
    return token;
  }
}
