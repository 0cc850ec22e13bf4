import { join } from "node:path";
import { ensureBuild } from "./build.ts";
import { runChecks } from "./checks.ts";
import { ensureChromium } from "./chromium.ts";
import { runCommand } from "./command.ts";
import { openTemporaryDatabase } from "./database/temporary.ts";
import { childEnvironment } from "./environment.ts";
import { runJourneys } from "./journeys.ts";
import { programPath } from "./package-programs.ts";
import { sentenceOf } from "./refusal.ts";
import { root } from "./root.ts";
import { runNode } from "./run-child.ts";
import { stopOnSignals } from "./shutdown.ts";
import { bold, dim, formatDuration, runStep, say } from "./steps.mjs";
import { type Count, countOfVitest } from "./test-counts.ts";
import { chooseSeed } from "./test-seed.ts";

const isLong = process.argv.includes("--long") || process.env.TEST_LONG === "1";
const seed = chooseSeed();
const startedAt = performance.now();
const counts: Count[] = [];

/** Everything: static checks, tests on a real database, the production build, browser journeys. The last line is the result. */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  say(`Seed ${seed}  ${dim(`TEST_SEED=${seed} npm test repeats this run`)}`);
  const chromium = await part("Browser", ensureChromium);
  await part("Checks", async () => {
    for (const result of await runChecks({ hasConventions: false })) counts.push(oneOf(result.hasPassed));
  });
  await part("Unit and integration tests", async () => void counts.push(await runVitest()));
  const isBuilt = await part("Production build", async () => {
    await ensureBuild();
    counts.push(oneOf(true));
    return true;
  });
  if (isBuilt && chromium !== undefined) {
    await part(
      "Browser journeys",
      async () => void counts.push(await runJourneys({ chromium, seed, isLong, parameters: [] })),
    );
  }
  const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0);
  const skipped = total("skipped");
  say(`\nSeed ${seed}, ${formatDuration(performance.now() - startedAt)}${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  say(`${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") === 0 ? 0 : 1;
});

/** One part of the run. When it cannot be done it counts as failed, and the others still run. */
async function part<T>(title: string, work: () => Promise<T>): Promise<T | undefined> {
  say(`\n${bold(title)}`);
  try {
    return await work();
  } catch (error) {
    counts.push(oneOf(false));
    say(sentenceOf(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return undefined;
  }
}

function oneOf(hasPassed: boolean): Count {
  return { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, skipped: 0 };
}

async function runVitest(): Promise<Count> {
  const database = await runStep("Starting PostgreSQL for the tests", () =>
    openTemporaryDatabase({ isDurable: false }),
  );
  const report = join(root, "test-results", "vitest.json");
  const reportFrom = Date.now();
  const { code } = await runNode(
    [
      programPath("vitest", "vitest"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      `--sequence.seed=${seed}`,
    ],
    {
      environment: childEnvironment({
        NODE_ENV: "test",
        TEST_DATABASE_URL: database.ownerUrl,
        TEST_SECRET: database.secret,
        TEST_SEED: seed,
        TEST_LONG: isLong ? "1" : undefined,
      }),
      output: "show",
    },
  );
  await database.close();
  return countOfVitest(report, reportFrom, code);
}
