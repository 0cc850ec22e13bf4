// Runs as a child of `npm run rotate-keys`, with the application's settings.
import { closeDatabases } from "#db/client.ts";
import { registerSubscribers } from "#lib/kernel/events.ts";
import { rotateEverything } from "#lib/secrets/keys/rotate-everything.ts";

registerSubscribers([]);
try {
  await rotateEverything({
    removesOld: process.argv.includes("--remove-old"),
    say: (line) => process.stdout.write(`  ${line}\n`),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabases();
}
