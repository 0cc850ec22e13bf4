import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { closeDatabases } from "#db/client.ts";
import { globalTransaction } from "#db/transactions.ts";
import { AppError, asAppError } from "#lib/kernel/errors.ts";
import { registerSubscribers } from "#lib/kernel/events.ts";
import { log } from "#lib/kernel/log.ts";
import { inlineSubscribers } from "#lib/subscriptions.ts";
import { harbourline } from "./harbourline/scenario.ts";
import type { Scenario } from "./scenario.ts";
import { synthetic } from "./synthetic-scenario.ts";

// Sample data: `list`, or the name of a scenario, with --if-empty to do nothing when there is an organization already.
const scenarios: Scenario[] = [harbourline, synthetic(10_000), synthetic(100_000)];

/** Runs the seed's command line and returns the exit code. */
export async function runSeed(parameters: string[], say: (line: string) => void): Promise<number> {
  const [name = "list", ...rest] = parameters.filter((parameter) => parameter !== "--if-empty");
  if (name === "list" && rest.length === 0) {
    for (const scenario of scenarios) say(`${scenario.name.padEnd(16)} ${scenario.purpose}`);
    return 0;
  }
  const scenario = scenarios.find((candidate) => candidate.name === name);
  if (scenario === undefined || rest.length > 0) {
    say(
      `There is no scenario ${[name, ...rest].join(" ")}; use one of: ${scenarios.map((known) => known.name).join(", ")}.`,
    );
    return 2;
  }
  if (parameters.includes("--if-empty") && (await hasAnyOrg())) {
    say("There is an organization already");
    return 0;
  }
  return makeData(scenario, say);
}

async function makeData(scenario: Scenario, say: (line: string) => void): Promise<number> {
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  try {
    await scenario.run((line) => say(`${line} (${seconds()})`));
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") {
      say(`The data of ${scenario.name} is there already; run npm run nuke first to make it again.`);
      return 1;
    }
    // One line, not the statement with all it was given.
    say(`${scenario.name} was not finished after ${seconds()}: ${asAppError(error).message}`);
    say("Run the same command again: it goes on from there, or begins anew when nothing was saved.");
    if (asAppError(error).code === "internal") log().error({ event: "seed", err: rootOf(error) });
    return 1;
  }
  say(`Made ${scenario.name} in ${seconds()}`);
  return 0;
}

/** What the database or the driver said, without what wraps it: that repeats statements with their parameters. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;
}

async function hasAnyOrg(): Promise<boolean> {
  const [row] = await globalTransaction((tx) => tx.execute<{ exists: boolean }>(sql`select has_any_org() as exists`));
  return row?.exists === true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  registerSubscribers(inlineSubscribers);
  try {
    process.exitCode = await runSeed(process.argv.slice(2), (line) => console.log(line));
  } finally {
    await closeDatabases();
  }
}
