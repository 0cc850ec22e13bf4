import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeBackup } from "./backups/write-backup.ts";
import { runCommand } from "./command.ts";
import { openCommandDatabase } from "./command-database.ts";
import { openInstallation } from "./installation.ts";
import { Refusal } from "./refusal.ts";
import { fromInvocation } from "./root.ts";
import { stopOnSignals } from "./shutdown.ts";
import { runStep, say } from "./steps.mjs";

/** Writes a backup, also while Causeway runs: `npm run backup -- [directory] [--with-secret]`. */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const parameters = process.argv.slice(2);
  const hasSecret = parameters.includes("--with-secret");
  const [place, ...rest] = parameters.filter((parameter) => parameter !== "--with-secret");
  if (rest.length > 0 || place?.startsWith("-"))
    throw new Refusal("Usage: npm run backup -- [directory] [--with-secret]");
  const installation = openInstallation();
  if (hasSecret && !existsSync(join(installation.dataDir, "secret"))) {
    throw new Refusal(
      "The secret comes from CAUSEWAY_SECRET and is not a file here; keep it where you keep that setting, and leave out --with-secret.",
    );
  }
  const directory = fromInvocation(
    place ?? `causeway-backup-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}`,
  );
  const ownerUrl = await openCommandDatabase(installation, "backup", { isAlone: false });
  const manifest = await runStep("Writing the backup", ({ note }) =>
    writeBackup({ ownerUrl, dataDir: installation.dataDir, directory, hasSecret, note }),
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(`\n${directory}`);
  say(`  ${manifest.tables.length} tables, ${rows} rows, ${manifest.repositoryFiles.length} files of repositories`);
  say(
    hasSecret
      ? "  The secret is in it: whoever has this backup can sign sessions. Keep it as you keep passwords."
      : "  The secret is not in it: keep it elsewhere, or add --with-secret. Without it people sign in anew, and what was encrypted with it is lost.",
  );
  return 0;
});
