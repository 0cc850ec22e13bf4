import { expect, test } from "vitest";
import { functionReference } from "./reference.ts";

test("the reference says what the functions are", async () => {
  await expect(functionReference()).toMatchFileSnapshot("../FUNCTIONS.md");
});
