export type JsonToken = { place: number; text: string; kind: "name" | "text" | "number" | "word" | "sign" };

const piece = /"(?:[^"\\\n]|\\.)*"?|-?\d[\d.eE+-]*|[A-Za-z]+|\s+|[^"\dA-Za-z\s-]+|-/g;

/** A JSON text in pieces that are coloured alike; together they are the text again, whatever it is. */
export function jsonTokens(text: string): JsonToken[] {
  return [...text.matchAll(piece)].map((match) => ({
    place: match.index,
    text: match[0],
    kind: kindOf(match[0], text.slice(match.index + match[0].length, match.index + match[0].length + 20)),
  }));
}

function kindOf(text: string, after: string): JsonToken["kind"] {
  if (text.startsWith('"')) return /^\s*:/.test(after) ? "name" : "text";
  if (/^-?\d/.test(text)) return "number";
  return /^(true|false|null)$/.test(text) ? "word" : "sign";
}
