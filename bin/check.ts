import { runChecks } from "./checks.ts";
import { runCommand } from "./command.ts";
import { stopOnSignals } from "./shutdown.ts";

await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const results = await runChecks({ hasConventions: true });
  return results.every((result) => result.hasPassed) ? 0 : 1;
});
