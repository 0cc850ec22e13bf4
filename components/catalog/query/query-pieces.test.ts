import fc from "fast-check";
import { expect, test } from "vitest";
import { cutPieces, queryPieces } from "./query-pieces.ts";

const kinds = (text: string) =>
  queryPieces(text)
    .filter(({ kind }) => kind !== "space")
    .map(({ kind, text: piece }) => `${piece} ${kind}`);

test("fields, operators, functions and values have their colours", () => {
  expect(kinds('type = "service" and count(dependsOn) > 3')).toEqual([
    "type field",
    "= operator",
    '"service" value',
    "and operator",
    "count function",
    "( operator",
    "dependsOn field",
    ") operator",
    "> operator",
    "3 value",
  ]);
  expect(kinds("age(updatedAt) < 30 days /* old */ or not (tags exists)")).toEqual([
    "age function",
    "( operator",
    "updatedAt field",
    ") operator",
    "< operator",
    "30 value",
    "days value",
    "/* old */ comment",
    "or operator",
    "not operator",
    "( operator",
    "tags field",
    "exists operator",
    ") operator",
  ]);
});

test("no text is lost, whatever is typed, and a mistake cuts it at its characters", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[a-z"'`(/* ]{0,40}$/));
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(10), (query, offset, length) => {
      const pieces = queryPieces(query);
      expect(pieces.map((piece) => piece.text).join("")).toBe(query);
      const cut = cutPieces(pieces, { offset, end: offset + length });
      expect(cut.map((piece) => piece.text).join("")).toBe(query);
      const wrong = cut.filter((piece) => piece.isWrong).map((piece) => piece.text);
      expect(wrong.join("")).toBe(query.slice(offset, offset + length));
    }),
  );
});
