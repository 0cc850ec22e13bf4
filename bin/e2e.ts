import { ensureChromium } from "./chromium.ts";
import { runCommand } from "./command.ts";
import { runJourneys } from "./journeys.ts";
import { stopOnSignals } from "./shutdown.ts";
import { chooseSeed } from "./test-seed.ts";

await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const seed = chooseSeed();
  const chromium = await ensureChromium();
  const count = await runJourneys({
    chromium,
    seed,
    isLong: process.env.TEST_LONG === "1",
    parameters: process.argv.slice(2),
  });
  return count.failed === 0 ? 0 : 1;
});
