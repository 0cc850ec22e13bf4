import { migrate } from "#db/migrate.ts";
import { roleUrl } from "#db/roles.ts";
import { runCommand } from "./command.ts";
import { openTemporaryDatabase } from "./database/temporary.ts";
import { childEnvironment } from "./environment.ts";
import { runNode } from "./run-child.ts";
import { stopOnSignals } from "./shutdown.ts";

/** Measures on a database of its own. Standard output holds nothing but the benches' JSON lines. */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const database = await openTemporaryDatabase({ isDurable: true });
  const { ownerUrl, secret, dataDir } = database;
  await migrate({ ownerUrl, secret });
  const environment = childEnvironment({
    NODE_ENV: "production",
    TEST_DATABASE_URL: ownerUrl,
    TEST_SECRET: secret,
    CAUSEWAY_APP_DATABASE_URL: roleUrl(ownerUrl, "app", secret),
    CAUSEWAY_QUERY_DATABASE_URL: roleUrl(ownerUrl, "query", secret),
    CAUSEWAY_JOBS_DATABASE_URL: roleUrl(ownerUrl, "jobs", secret),
    CAUSEWAY_SECRET: secret,
    CAUSEWAY_DATA_DIR: dataDir,
    CAUSEWAY_LOG_LEVEL: process.env.CAUSEWAY_LOG_LEVEL ?? "silent",
  });
  const { code } = await runNode(["bench/main.ts", ...process.argv.slice(2)], { environment, output: "show" });
  await database.close();
  return code;
});
