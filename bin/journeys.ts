import { join } from "node:path";
import { childEnvironment } from "./environment.ts";
import { programPath } from "./package-programs.ts";
import { root } from "./root.ts";
import { runNode } from "./run-child.ts";
import { type Count, countOfPlaywright } from "./test-counts.ts";

const report = join(root, "test-results", "journeys.json");

/** Runs the browser journeys. `chromium` is null for Playwright's own. */
export async function runJourneys(options: {
  chromium: string | null;
  seed: string;
  isLong: boolean;
  parameters: string[];
}): Promise<Count> {
  const parameters = [
    programPath("@playwright/test", "playwright"),
    "test",
    "--config",
    "e2e/playwright.config.ts",
    "--reporter=list,json",
  ];
  const startedAt = Date.now();
  const { code } = await runNode([...parameters, ...options.parameters], {
    environment: childEnvironment({
      NODE_ENV: "test",
      CHROMIUM_PATH: options.chromium ?? undefined,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      TEST_SEED: options.seed,
      TEST_LONG: options.isLong ? "1" : undefined,
    }),
    output: "show",
  });
  return countOfPlaywright(report, startedAt, code);
}
