import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSettings } from "#lib/kernel/env.ts";
import { anchorRestoredAudit } from "./backups/anchor-restored-audit.ts";
import { readManifest } from "./backups/manifest.ts";
import { readBackup } from "./backups/read-backup.ts";
import { runCommand } from "./command.ts";
import { openCommandDatabase } from "./command-database.ts";
import { dataDirectory, openInstallation } from "./installation.ts";
import { Refusal } from "./refusal.ts";
import { fromInvocation } from "./root.ts";
import { stopOnSignals } from "./shutdown.ts";
import { runStep, say } from "./steps.mjs";

/** Reads a backup into an empty database: `npm run restore -- <directory> [--replace]`. Causeway must not be running. */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const parameters = process.argv.slice(2);
  const mayReplace = parameters.includes("--replace");
  const [place, ...rest] = parameters.filter((parameter) => parameter !== "--replace");
  if (place === undefined || rest.length > 0 || place.startsWith("-"))
    throw new Refusal("Usage: npm run restore -- <directory> [--replace]");
  const directory = fromInvocation(place);
  const { hasSecret } = readManifest(directory);
  const dataDir = dataDirectory(parseSettings(process.env));
  const hadSecret = existsSync(join(dataDir, "secret"));
  const installation = openInstallation();
  const ownerUrl = await openCommandDatabase(installation, "restore", { isAlone: true, mayBeginAnew: true });
  const manifest = await runStep("Reading the backup", ({ note }) =>
    readBackup({ ownerUrl, secret: installation.secret, dataDir: installation.dataDir, directory, mayReplace, note }),
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  say(
    `\n${manifest.tables.length} tables, ${rows} rows and ${manifest.repositoryFiles.length} files of repositories are back as of ${manifest.createdAt}.`,
  );
  let { secret } = installation;
  if (hasSecret && installation.settings.CAUSEWAY_SECRET === undefined && (!hadSecret || mayReplace)) {
    // The next start gives the database's roles the passwords that come from it.
    copyFileSync(join(directory, "secret"), join(installation.dataDir, "secret"));
    secret = readFileSync(join(directory, "secret"), "utf8").trim();
    say("The secret of the backup is in use again.");
  } else {
    say("The secret of this installation stays: people who were signed in sign in anew.");
  }
  const aside = await anchorRestoredAudit({ ownerUrl, dataDir: installation.dataDir, secret });
  if (aside !== null) say(`Audit anchors that another secret signed are now in ${aside}.`);
  return 0;
});
