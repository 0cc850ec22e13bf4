import { type Count, type FieldName, fieldNames, type PathRoot, type Place, pathRoots, type Term } from "./ast.ts";
import { queryLimits } from "./limits.ts";
import type { TokenReader } from "./token-reader.ts";

function parseKeys(reader: TokenReader): string[] {
  const keys: string[] = [];
  while (reader.hasSign(".") || reader.hasSign("[")) {
    const isBracketed = reader.hasSign("[");
    reader.advance();
    const token = reader.peek();
    if (isBracketed && token.kind === "string") keys.push(token.value);
    else if (!isBracketed && token.kind === "word") keys.push(token.text);
    else
      reader.expected(
        isBracketed ? 'a key in quotes, as in annotations["a/b"]' : 'a key; write keys with other signs as ["key"]',
      );
    if (keys.length > queryLimits.pathKeys) reader.fail(`a path can have at most ${queryLimits.pathKeys} keys`);
    reader.advance();
    if (isBracketed) reader.takeSign("]", '"]"');
  }
  return keys;
}

/** Reads a built-in field or a path into one of the JSON documents. */
export function parsePlace(reader: TokenReader): Place {
  const token = reader.peek();
  const word = token.kind === "word" ? token.text : reader.expected("a field, a path or a function");
  const root: PathRoot | undefined = pathRoots.find((known) => known === word);
  if (root !== undefined) {
    reader.advance();
    return { path: [root, ...parseKeys(reader)] };
  }
  // Backstage calls a blueprint a kind.
  const field: FieldName | undefined = word === "kind" ? "blueprint" : fieldNames.find((known) => known === word);
  if (field === undefined) {
    return reader.fail(
      `${JSON.stringify(word)} is not a field; use ${fieldNames.join(", ")}, or a path such as properties.${word}`,
    );
  }
  reader.advance();
  return { field };
}

/** Reads the name of a relation: a word, or quoted when it has other signs. */
export function parseRelationName(reader: TokenReader): string {
  const token = reader.peek();
  if (token.kind === "string" && token.value === "") reader.fail("a relation needs a name");
  if (token.kind !== "word" && token.kind !== "string") reader.expected("the name of a relation, such as dependsOn");
  reader.advance();
  return token.kind === "word" ? token.text : token.value;
}

function parseCount(reader: TokenReader): Count {
  const first = reader.peek();
  const name = parseRelationName(reader);
  const isDirection = first.kind === "word" && (name === "incoming" || name === "outgoing") && !reader.hasSign(")");
  if (!isDirection) return { count: name, direction: "outgoing" };
  return { count: parseRelationName(reader), direction: name === "incoming" ? "incoming" : "outgoing" };
}

/** Reads what stands left of an operator. */
export function parseTerm(reader: TokenReader): Term {
  const call = reader.isCall() ? reader.keyword() : undefined;
  if (call === undefined) return parsePlace(reader);
  if (call !== "count" && call !== "length" && call !== "age") {
    reader.fail(`${JSON.stringify(call)} is not a function; use count, length, age or resolved`);
  }
  reader.advance();
  reader.takeSign("(", '"("');
  const term: Term =
    call === "count"
      ? parseCount(reader)
      : call === "length"
        ? { length: parsePlace(reader) }
        : { age: parsePlace(reader) };
  reader.takeSign(")", '")"');
  return term;
}
