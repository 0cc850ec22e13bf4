import { appEnvironment } from "./app-environment.ts";
import { runCommand } from "./command.ts";
import { openCommandDatabase } from "./command-database.ts";
import { openInstallation } from "./installation.ts";
import { Refusal } from "./refusal.ts";
import { runNode } from "./run-child.ts";
import { stopOnSignals } from "./shutdown.ts";

/** A new key for stored secrets, also while Causeway runs: `npm run rotate-keys [-- --remove-old]`. */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const parameters = process.argv.slice(2);
  if (parameters.some((parameter) => parameter !== "--remove-old"))
    throw new Refusal("Usage: npm run rotate-keys [-- --remove-old]");
  const installation = openInstallation();
  const ownerUrl = await openCommandDatabase(installation, "rotate-keys", { isAlone: false });
  const environment = {
    ...appEnvironment(installation, ownerUrl, { hasQueue: false, mode: "production" }),
    CAUSEWAY_LOG_LEVEL: "warn",
  };
  return (await runNode(["lib/secrets/keys/main.ts", ...parameters], { environment, output: "show" })).code;
});
