import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plantedBreaks } from "./planted-breaks.ts";
import { plantedInDerived } from "./planted-in-derived.ts";
import { plantedInQueries } from "./planted-in-queries.ts";
import { root } from "./root.ts";

test("whatever is taken away for a try stands once where it is looked for", () => {
  const lost = [...plantedBreaks, ...plantedInQueries, ...plantedInDerived].filter(
    ({ file, find }) => readFileSync(join(root, file), "utf8").split(find).length !== 2,
  );
  expect(lost.map(({ name }) => name)).toEqual([]);
});
