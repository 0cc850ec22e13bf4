import { migrate } from "#db/migrate.ts";
import { seedEnvironment } from "./app-environment.ts";
import { checkOutsideDatabase } from "./database/check-outside-database.ts";
import { openEmbeddedDatabase } from "./database/open-database.ts";
import type { Installation } from "./installation.ts";
import { Refusal } from "./refusal.ts";
import { runNode } from "./run-child.ts";
import { dim, runStep, say } from "./steps.mjs";

/** Steps from nothing to a migrated database with, in demo mode, an organization in it. Returns the owner's address. */
export async function prepareDatabase(
  installation: Installation,
  options: { mayBeginAnew?: boolean } = {},
): Promise<string> {
  const ownerUrl = await openDatabase(installation, options);
  await runStep("Bringing the database up to date", async ({ settle }) => {
    const applied = await migrate({ ownerUrl, secret: installation.secret });
    settle(
      applied.length === 0
        ? "Database is up to date"
        : `Applied ${applied.length} ${applied.length === 1 ? "migration" : "migrations"}`,
    );
  });
  return ownerUrl;
}

/** Fills an empty database with the demo organization. */
export async function seedDemo(installation: Installation, ownerUrl: string): Promise<void> {
  await runStep("Checking the demo organization", async ({ note }) => {
    const result = await runNode(["db/seed/main.ts", "--if-empty", "harbourline"], {
      environment: seedEnvironment(installation, ownerUrl),
      output: "collect",
      onLine: note,
    });
    if (result.code !== 0) {
      throw new Refusal(
        `${result.output.trimEnd().split("\n").slice(-15).join("\n")}\n\nThe demo organization could not be made; run npm run nuke to start afresh, or set CAUSEWAY_DEMO=off.`,
      );
    }
  });
}

async function openDatabase(installation: Installation, options: { mayBeginAnew?: boolean }): Promise<string> {
  const outside = installation.settings.DATABASE_URL;
  if (outside !== undefined) {
    await runStep("Checking the database of DATABASE_URL", () => checkOutsideDatabase(outside));
    return outside;
  }
  const remarks: string[] = [];
  const database = await runStep("Starting PostgreSQL", async ({ settle }) => {
    const opened = await openEmbeddedDatabase({
      dataDir: installation.dataDir,
      secret: installation.secret,
      mayBeginAnew: options.mayBeginAnew ?? false,
      remark: (text) => remarks.push(text),
      onRestart: (reason) => say(`  ${reason}`),
    });
    settle(opened.wasAdopted ? "PostgreSQL was still running and is used again" : "PostgreSQL runs");
    return opened;
  });
  for (const remark of remarks) say(`    ${dim(remark)}`);
  return database.ownerUrl;
}
