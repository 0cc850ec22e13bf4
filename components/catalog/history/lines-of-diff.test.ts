import { expect, test } from "vitest";
import { linesOfDiff } from "#components/catalog/history/lines-of-diff.ts";

const text = (before: string, after: string) =>
  linesOfDiff(before, after).map(({ kind, text }) => `${{ add: "+", remove: "-", same: " " }[kind]}${text}`);

test("lines that came and went stand at their places, among those that stay", () => {
  expect(text("a\nb\nc", "a\nx\nc")).toEqual([" a", "-b", "+x", " c"]);
  expect(text("a", "a\nb")).toEqual([" a", "+b"]);
  expect(text("", "a")).toEqual(["-", "+a"]);
});

test("what is far from a change is left out, with a sign that it is", () => {
  const long = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const changed = long.with(10, "other");
  expect(text(long.join("\n"), changed.join("\n"))).toEqual([
    " …",
    " line 8",
    " line 9",
    "-line 10",
    "+other",
    " line 11",
    " line 12",
    " …",
  ]);
});

test("texts too long to compare are shown as a whole", () => {
  const long = Array.from({ length: 401 }, (_, index) => `${index}`).join("\n");
  expect(text(long, "a")).toHaveLength(402);
});
