import { Composer, CST, type Document, Lexer, LineCounter, Parser } from "yaml";
import { NodeConverter, UnusableNode } from "./convert-node.ts";
import type { YamlAnswer, YamlProblem } from "./parsed-yaml.ts";

const maxDepth = 64;
const maxKeysPerDocument = 20_000;
const maxAliasesPerDocument = 100;
const maxDocuments = 1_000;
const maxLexemes = 400_000;
const maxLines = 250_000;
const maxMessageLength = 200;
const maxProblemsPerDocument = 5;
// Document and scalar stand on the parser's stack beside the collections.
const stackAllowance = 2;

/** A limit was passed; nothing after this place is read. */
class LimitPassed extends Error {}

/**
 * Parses every document of a YAML text within limits. Runs in a child process only: the library is fed lexeme by lexeme and the limits are
 * checked before anything recursive or quadratic sees the input, but on hostile input nothing short of a killable process is safe.
 */
export function parseDocuments(text: string): YamlAnswer {
  const answer: YamlAnswer = { documents: [], problem: null };
  if (hasTooManyLines(text)) {
    return {
      ...answer,
      problem: {
        message: `has more than ${maxLines} lines; split the file`,
        line: maxLines + 1,
        column: 1,
        path: null,
      },
    };
  }
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  // `strict` stays on: what a YAML 1.2 parser must refuse is refused. Duplicate keys are found while converting.
  const composer = new Composer({
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: false,
    logLevel: "silent",
  });
  const limits = new Limits(parser);
  const take = (document: Document.Parsed) => {
    if (answer.documents.length >= maxDocuments)
      throw new LimitPassed(`has more than ${maxDocuments} documents; split the file`);
    answer.documents.push(readDocument(document, lines));
  };
  try {
    for (const lexeme of new Lexer().lex(text)) {
      for (const token of parser.next(lexeme)) {
        for (const document of composer.next(token)) take(document);
      }
      limits.check(lexeme);
    }
    for (const token of parser.end()) for (const document of composer.next(token)) take(document);
    for (const document of composer.end()) take(document);
  } catch (error) {
    if (!(error instanceof LimitPassed)) throw error;
    answer.problem = placeProblem(error.message, parser.offset, null, lines);
  }
  return answer;
}

/** Found before the parser starts, because it is slow with nothing but line breaks. */
function hasTooManyLines(text: string): boolean {
  let lineCount = 1;
  for (let end = text.indexOf("\n"); end >= 0 && lineCount <= maxLines; end = text.indexOf("\n", end + 1))
    lineCount += 1;
  return lineCount > maxLines;
}

class Limits {
  readonly #parser: Parser;
  #lexemes = 0;
  #keys = 0;
  #aliases = 0;
  #isScalarNext = false;

  constructor(parser: Parser) {
    this.#parser = parser;
  }

  check(lexeme: string): void {
    this.#lexemes += 1;
    if (this.#lexemes > maxLexemes) throw new LimitPassed("has too many parts; split the file");
    if (this.#parser.stack.length > maxDepth + stackAllowance)
      throw new LimitPassed(`is nested deeper than ${maxDepth} levels; make it flatter`);
    // A scalar's text follows its own mark and may look like anything.
    const isScalarText = this.#isScalarNext;
    this.#isScalarNext = !isScalarText && lexeme === CST.SCALAR;
    if (isScalarText) return;
    switch (CST.tokenType(lexeme)) {
      case "doc-mode":
      case "doc-start":
        this.#keys = 0;
        this.#aliases = 0;
        return;
      case "map-value-ind":
        this.#keys += 1;
        if (this.#keys > maxKeysPerDocument)
          throw new LimitPassed(`has more than ${maxKeysPerDocument} keys in one document; split it`);
        return;
      case "alias":
        this.#aliases += 1;
        if (this.#aliases > maxAliasesPerDocument)
          throw new LimitPassed(
            `has more than ${maxAliasesPerDocument} aliases (*name) in one document; write the values out`,
          );
    }
  }
}

function readDocument(document: Document.Parsed, lines: LineCounter): YamlAnswer["documents"][number] {
  const line = lines.linePos(document.contents?.range[0] ?? document.range[0]).line;
  const problems = document.errors
    .slice(0, maxProblemsPerDocument)
    .map((error) =>
      placeProblem(`is not valid YAML: ${error.message.slice(0, maxMessageLength)}`, error.pos[0], null, lines),
    );
  if (problems.length > 0 || document.contents === null) return { problems, line, lines: [] };
  const converter = new NodeConverter(document);
  try {
    const value = converter.convert(document.contents);
    return {
      value,
      problems,
      line,
      lines: [...converter.lineOffsets].map(([path, offset]) => [path, lines.linePos(offset).line]),
    };
  } catch (error) {
    if (!(error instanceof UnusableNode)) throw error;
    return { problems: [placeProblem(error.message, error.offset, error.path, lines)], line, lines: [] };
  }
}

function placeProblem(
  message: string,
  offset: number | undefined,
  path: string | null,
  lines: LineCounter,
): YamlProblem {
  const place = offset === undefined ? undefined : lines.linePos(offset);
  return { message, line: place?.line ?? null, column: place?.col ?? null, path: path === "" ? null : path };
}
