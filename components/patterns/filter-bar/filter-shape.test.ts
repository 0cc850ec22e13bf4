import { expect, test } from "vitest";
import {
  type FilterField,
  piecesOf,
  readTyped,
  valueWords,
  withFilter,
} from "#components/patterns/filter-bar/filter-shape.ts";

const fields: FilterField[] = [
  { id: "who", label: "Who", kind: "text", operators: [{ label: "contains", param: "actor" }] },
  {
    id: "door",
    label: "Door",
    kind: "choice",
    several: true,
    options: [
      { value: "rest", label: "REST" },
      { value: "page", label: "Page" },
    ],
    operators: [{ label: "is", param: "door" }],
  },
  {
    id: "day",
    label: "Day",
    kind: "day",
    operators: [
      { label: "from", param: "from" },
      { label: "up to", param: "to" },
    ],
  },
];

test("an address says which filters are set, and how they are read", () => {
  const pieces = piecesOf(fields, new URLSearchParams("door=rest&door=page&from=2026-01-31&actor=&page=3"));
  expect(pieces.map((piece) => [piece.field.label, piece.operator.label, valueWords(piece)])).toEqual([
    ["Door", "is", "REST or Page"],
    ["Day", "from", "2026-01-31"],
  ]);
});

test("another filter starts at the first page and leaves the rest of the address", () => {
  const params = new URLSearchParams("door=rest&cursor=x&sort=title");
  expect(withFilter(params, "door", ["page", "job"], ["cursor"]).toString()).toBe("sort=title&door=page&door=job");
  expect(withFilter(params, "door", [], ["cursor"]).toString()).toBe("sort=title");
});

test("a filter can be typed; what is none stays text", () => {
  const read = (text: string) => {
    const typed = readTyped(fields, text);
    return typed === null ? null : [typed.param, typed.value];
  };
  expect(read("who:ines okafor")).toEqual(["actor", "ines okafor"]);
  expect(read("Door: rest")).toEqual(["door", "rest"]);
  expect(read("to:2026-02-01")).toEqual(["to", "2026-02-01"]);
  for (const text of ["door:window", "day:tomorrow", "what:ever", "plain words", "a:b:c", ":x"])
    expect(read(text)).toBeNull();
});
