import { expect, test } from "vitest";
import { csvRow } from "#lib/kernel/csv.ts";

const starts = ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠", " =", "\n=", "\u00a0@", "\ufeff+", "\0="];
const ends = ["1+1", "cmd|'/c calc'!A0", 'HYPERLINK("https://evil.example","x")', "SUM(A1:A9)", "", "2\r\n=3", "a,b"];

test("a text that a spreadsheet would run gets an apostrophe, whatever comes after", () => {
  const formulas = starts.flatMap((start) => ends.map((end) => `${start}${end}`));
  const run = formulas.filter((text) => !/^"?'/.test(csvRow([text])));
  expect({ tried: formulas.length, run }).toEqual({ tried: 112, run: [] });
});

test("ordinary text, numbers and gaps are kept as they are", () => {
  expect(csvRow(["Fix", "a=b", "e-mail", "x@y.example", -1.5, 0, true, null, undefined, ""])).toBe(
    "Fix,a=b,e-mail,x@y.example,-1.5,0,true,,,\r\n",
  );
});

test("quotes, commas and line ends do not break a row", () => {
  expect(csvRow(['say "yes", now', "two\nlines", " edge "])).toBe('"say ""yes"", now","two\nlines"," edge "\r\n');
});
