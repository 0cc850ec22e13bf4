import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseSettings } from "#lib/kernel/env.ts";
import { runCommand } from "./command.ts";
import { locateCluster, recordedHome } from "./database/cluster.ts";
import { presentPostmaster, stopPostmaster } from "./database/postmaster.ts";
import { dataDirectory } from "./installation.ts";
import { holderOf } from "./lock.ts";
import { signal, waitForEnd } from "./processes.ts";
import { Refusal } from "./refusal.ts";
import { runStep, say } from "./steps.mjs";

/** What Causeway puts into its data directory. Anything else in there is not ours to delete. */
const ours = /^(postgres-.*|postgres\.(port|location)|logs|repositories.*|secret.*|(running|children)\.json)$/;

/** Stops Causeway and deletes its local data, after saying what and asking. */
await runCommand(async () => {
  const dataDir = dataDirectory(parseSettings(process.env));
  if (!existsSync(dataDir)) {
    say(`There is nothing to delete: ${dataDir} does not exist.`);
    return 0;
  }
  const home = recordedHome(dataDir);
  const names = readdirSync(dataDir).filter((name) => ours.test(name));
  const holder = holderOf(dataDir);
  say(`This deletes for good, from ${dataDir}:`);
  say("  the embedded database, git repositories made by Causeway, logs and the secret");
  if (home !== null) say(`  and the database's files in ${home}`);
  if (process.env.DATABASE_URL) say("  The database of DATABASE_URL is not touched.");
  if (holder !== null) say(`  Causeway is running (process ${holder.pid}) and is stopped first.`);
  if (!process.argv.includes("--yes")) await confirm();

  await runStep("Stopping Causeway", () => stopAll(dataDir));
  await runStep("Deleting", () => {
    if (home !== null) rmSync(home, { recursive: true, force: true });
    for (const name of names) rmSync(join(dataDir, name), { recursive: true, force: true });
    if (readdirSync(dataDir).length === 0) rmdirSync(dataDir);
    else say(`    ${dataDir} holds other files and is kept: ${readdirSync(dataDir).join(", ")}`);
  });
  return 0;
});

async function confirm(): Promise<void> {
  if (!process.stdin.isTTY)
    throw new Refusal("Nothing was deleted: run npm run nuke -- --yes to confirm where nobody can type.");
  const questions = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await questions.question('\nType "delete" to go on: ').finally(() => questions.close());
  if (answer.trim() !== "delete") throw new Refusal("Nothing was deleted.");
}

async function stopAll(dataDir: string): Promise<void> {
  const holder = holderOf(dataDir);
  if (holder !== null) {
    signal(holder.pid, "SIGTERM");
    if (!(await waitForEnd(holder.pid, 15_000)))
      throw new Refusal(`Process ${holder.pid} does not stop; end it (kill -9 ${holder.pid}) and try again.`);
  }
  if (!existsSync(join(recordedHome(dataDir) ?? dataDir, "postgres-18"))) return;
  const cluster = await locateCluster({ dataDir, secret: "", remark: () => {} });
  const present = presentPostmaster(cluster);
  if (present !== null) await stopPostmaster(cluster, present.pid, 10_000);
}
