import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { drawIcons, iconSheetPath } from "./icons.ts";

test("the picture holds every icon that is named, as Lucide draws it (else: node bin/draw-icons.ts)", async () => {
  expect(await readFile(iconSheetPath, "utf8")).toBe(await drawIcons());
});
