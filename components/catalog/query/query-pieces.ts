export type QueryPiece = {
  kind: "field" | "function" | "operator" | "value" | "comment" | "space";
  text: string;
  /** Where in the text, in UTF-16 units. */
  place: number;
};

const joins = new Set(["and", "or", "not", "in", "contains", "startswith", "exists", "is", "empty"]);
const constants = new Set(["true", "false", "null"]);
const units = /^(?:minutes?|hours?|days?|weeks?)$/iu;
const pattern =
  /(\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`[^`\n]*`?|[a-zA-Z_][\w-]*|\d[\d.]*(?:[eE][+-]?\d+)?|=>|[<>=!]+|[()[\],.+*/%-]|\s+|.)/gsu;

/** Splits a text into pieces for colouring. It never refuses: a query is wrong most of the time in which it is typed. */
export function queryPieces(query: string): QueryPiece[] {
  let wasNumber = false;
  return [...query.matchAll(pattern)].map((match): QueryPiece => {
    const [text] = match;
    const place = match.index;
    const kind = kindOf(text, query[place + text.length], wasNumber);
    if (kind !== "space") wasNumber = /^\d/u.test(text);
    return { kind, text, place };
  });
}

function kindOf(text: string, next: string | undefined, isAfterNumber: boolean): QueryPiece["kind"] {
  if (/^\s/u.test(text)) return "space";
  if (text.startsWith("/*")) return "comment";
  if (/^["'\d]/u.test(text)) return "value";
  if (!/^[a-zA-Z_`]/u.test(text)) return "operator";
  const word = text.toLowerCase();
  if (next === "(") return word === "not" || word === "and" || word === "or" || word === "in" ? "operator" : "function";
  if (constants.has(word) || (isAfterNumber && units.test(word))) return "value";
  return joins.has(word) ? "operator" : "field";
}

/** The pieces cut where a mistake begins and ends, each with whether it belongs to it. */
export function cutPieces(
  pieces: QueryPiece[],
  mistake: { offset: number; end: number } | undefined,
): (QueryPiece & { isWrong: boolean })[] {
  if (mistake === undefined) return pieces.map((piece) => ({ ...piece, isWrong: false }));
  return pieces.flatMap((piece) => {
    const cuts = [mistake.offset, mistake.end]
      .map((cut) => cut - piece.place)
      .filter((cut) => cut > 0 && cut < piece.text.length);
    const places = [0, ...new Set(cuts), piece.text.length];
    return places.slice(0, -1).map((from, index) => {
      const place = piece.place + from;
      const isWrong = place >= mistake.offset && place < mistake.end;
      return { ...piece, text: piece.text.slice(from, places[index + 1]), place, isWrong };
    });
  });
}
