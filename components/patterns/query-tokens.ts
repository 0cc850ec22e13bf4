export type QueryToken = { kind: "field" | "operator" | "value" | "space"; text: string; place: number };

const operators = new Set(["and", "or", "not", "in", "contains", "is", "has"]);
const pattern = /("(?:[^"\\]|\\.)*"?|[a-zA-Z_][\w.:-]*|\d[\w.]*|[<>=!~]+|[(),]|\s+|.)/gu;

/** Splits a query for colouring: what follows an operator is a value, everything else that is a word is a field. */
export function queryTokens(query: string): QueryToken[] {
  let expectsValue = false;
  return [...query.matchAll(pattern)].map((match): QueryToken => {
    const text = match[0];
    const place = match.index;
    if (/^\s/u.test(text)) return { kind: "space", text, place };
    const word = text.toLowerCase();
    if (operators.has(word)) {
      expectsValue = word === "in" || word === "contains" || word === "is" || word === "has";
      return { kind: "operator", text, place };
    }
    if (/^[<>=!~]/u.test(text)) {
      expectsValue = true;
      return { kind: "operator", text, place };
    }
    if (/^[(),]$/u.test(text)) return { kind: "operator", text, place };
    if (expectsValue || /^["\d]/u.test(text)) return { kind: "value", text, place };
    return { kind: "field", text, place };
  });
}
