import { seedEnvironment } from "./app-environment.ts";
import { runCommand } from "./command.ts";
import { openCommandDatabase } from "./command-database.ts";
import { childEnvironment } from "./environment.ts";
import { openInstallation } from "./installation.ts";
import { runNode } from "./run-child.ts";
import { stopOnSignals } from "./shutdown.ts";

/** Adds sample data: `npm run seed -- list` names the scenarios. */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const parameters = process.argv.slice(2);
  if (parameters.length === 0 || parameters[0] === "list") {
    return (await runNode(["db/seed/main.ts", "list"], { environment: childEnvironment({}), output: "show" })).code;
  }
  const installation = openInstallation();
  const ownerUrl = await openCommandDatabase(installation, "seed", { isAlone: false });
  const environment = seedEnvironment(installation, ownerUrl);
  return (await runNode(["db/seed/main.ts", ...parameters], { environment, output: "show" })).code;
});
