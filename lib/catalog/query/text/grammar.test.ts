import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "#lib/kernel/project-root.ts";
import { grammar } from "./grammar.ts";

test("the grammar that the portal shows is the one that is published", () => {
  expect(readFileSync(join(projectRoot(), "lib/catalog/query/README.md"), "utf8")).toContain(
    `\`\`\`\n${grammar}\`\`\``,
  );
});
