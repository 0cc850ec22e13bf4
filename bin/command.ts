import { sentenceOf } from "./refusal.ts";
import { isStopping, stopEverything } from "./shutdown.ts";
import { red } from "./steps.mjs";

/**
 * Runs a command to its end: whatever was started is stopped in order, errors become a sentence, and the process exits with `work`'s
 * exit code. Nothing of a stack is shown unless CAUSEWAY_LOG_LEVEL is debug.
 */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  process.on("uncaughtException", (error) => void fail(error));
  process.on("unhandledRejection", (error) => void fail(error));
  try {
    const code = await work();
    if (!isStopping()) await stopEverything(code);
  } catch (error) {
    await fail(error);
  }
}

async function fail(error: unknown): Promise<void> {
  // While stopping, steps fail because what they talk to goes away; that is not news.
  if (isStopping()) return;
  const sentence = sentenceOf(error) ?? `Unexpected error: ${error instanceof Error ? error.message : String(error)}.`;
  process.stderr.write(`\n${red(sentence)}\n`);
  if (process.env.CAUSEWAY_LOG_LEVEL === "debug") console.error(error);
  await stopEverything(1);
}
