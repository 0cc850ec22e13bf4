import { childEnvironment } from "./environment.ts";
import { programPath } from "./package-programs.ts";
import { runNode } from "./run-child.ts";
import { bold, dim, formatDuration, green, red, say } from "./steps.mjs";

export type CheckResult = { name: string; hasPassed: boolean };

type Check = { name: string; commands: (() => string[])[] };

const shownLines = 120;

const conventions: Check = {
  name: "Conventions",
  // Rooted in lib, where no configuration is: the project's own would ask for a database first.
  commands: [() => [programPath("vitest", "vitest"), "run", "--root", "lib", "conventions.test.ts"]],
};

/** In the order of how long they take, so that two at a time end together. */
const checks: Check[] = [
  {
    name: "Types",
    commands: [
      () => [programPath("next", "next"), "typegen"],
      () => [programPath("typescript", "tsc"), "--noEmit", "-p", "."],
    ],
  },
  {
    name: "Import boundaries",
    commands: [
      () => [
        programPath("dependency-cruiser", "depcruise"),
        "--config",
        ".dependency-cruiser.mjs",
        "app",
        "components",
        "lib",
        "db",
        "bin",
        "bench",
        "e2e",
        "instrumentation.ts",
        "proxy.ts",
      ],
    ],
  },
  { name: "Dead code", commands: [() => [programPath("knip", "knip"), "--no-progress"]] },
  { name: "Format and lint", commands: [() => [programPath("@biomejs/biome", "biome"), "check", "--colors=off", "."]] },
];

/** Runs the static checks, two at a time, printing each as it ends. */
export async function runChecks(options: { hasConventions: boolean }): Promise<CheckResult[]> {
  const waiting = options.hasConventions ? [...checks, conventions] : [...checks];
  const results: CheckResult[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) results.push(await runCheck(check));
  };
  await Promise.all([work(), work()]);
  return results;
}

async function runCheck(check: Check): Promise<CheckResult> {
  const startedAt = performance.now();
  let output = "";
  let hasPassed = true;
  for (const command of check.commands) {
    const result = await runNode(command(), {
      environment: childEnvironment({ NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" }),
      output: "collect",
    });
    output += result.output;
    hasPassed &&= result.code === 0;
    if (!hasPassed) break;
  }
  say(
    `  ${hasPassed ? green("PASS") : red("FAIL")}  ${bold(check.name)}  ${dim(formatDuration(performance.now() - startedAt))}`,
  );
  if (!hasPassed) {
    const lines = output.trimEnd().split("\n");
    const omitted = lines.length > shownLines ? [`… ${lines.length - shownLines} earlier lines are left out`] : [];
    say([...omitted, ...lines.slice(-shownLines)].map((line) => `        ${line}`).join("\n"));
  }
  return { name: check.name, hasPassed };
}
