import { lowerExpression } from "../elaboration/lower-expression.ts";
import { parseExpression } from "../text/parse-expression.ts";
import { locateProblem, QuerySyntaxError } from "../text/problem.ts";
import { rewriteVersion1 } from "./cortex-v1.ts";
import { type Translation, TranslationError, translated } from "./translation.ts";

/** Reads Cortex Query Language, version 1 or 2. Version 2 is a part of this language; version 1 is rewritten. */
export function translateCql(text: string): Translation {
  return translated(() => {
    try {
      const { expression, spans } = parseExpression(text);
      return lowerExpression(rewriteVersion1(expression, spans), { spans, properties: {} });
    } catch (error) {
      if (!(error instanceof QuerySyntaxError)) throw error;
      const { line, column } = locateProblem(text, error);
      throw new TranslationError([`line ${line}, column ${column}`], `${error.message}.`);
    }
  });
}
