import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment } from "./environment.ts";
import { programPath } from "./package-programs.ts";
import { Refusal } from "./refusal.ts";
import { root } from "./root.ts";
import { runNode } from "./run-child.ts";
import { runStep } from "./steps.mjs";

const sources = [
  ...["app", "components", "lib", "db", "public", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"],
  ...[
    "next.config.js",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "postcss.config.mjs",
    "postcss.config.js",
  ],
];
const stamp = join(root, ".next", "causeway-sources");

const excerptLines = 40;

/** Builds the web part when there is no build of exactly these sources. */
export async function ensureBuild(): Promise<void> {
  const current = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === current) return;
  await runStep(
    existsSync(stamp) ? "Building the pages (sources have changed)" : "Building the pages",
    async ({ note, settle }) => {
      // Until the new one is complete there is none.
      rmSync(stamp, { force: true });
      const result = await runNode([programPath("next", "next"), "build"], {
        environment: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
        output: "collect",
        onLine: note,
      });
      if (result.code !== 0) {
        if (/ENOSPC|No space left/.test(result.output))
          throw new Refusal("The disk is full; make room and run the command again.");
        if (/EACCES[^\n]*\.next/.test(result.output))
          throw new Refusal(
            `This user may not write to ${join(root, ".next")}; correct the owner of ${root} (chown), or use a clone of your own.`,
          );
        throw new Refusal(
          `${excerptOf(result.output)}\n\nThe build failed; correct the error above and run the command again.`,
        );
      }
      writeFileSync(stamp, current);
      settle("Built the pages");
    },
  );
}

/** The part that says what is wrong: from the first line about an error, else the end. */
function excerptOf(output: string): string {
  const lines = output.trimEnd().split("\n");
  const first = lines.findIndex((line) => /error|failed|not found/i.test(line));
  return (first < 0 ? lines.slice(-excerptLines) : lines.slice(first, first + excerptLines)).join("\n");
}

// Vitest keeps its results beside the sources that it tested; a check must not make the build stale.
const leftByTools = new Set(["node_modules", ".vitest"]);

function hashSources(): string {
  const hash = createHash("sha256");
  for (const source of sources) addTo(hash, source);
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    const names = readdirSync(join(root, path)).filter((name) => !leftByTools.has(name));
    for (const name of names.sort()) addTo(hash, `${path}/${name}`);
  } else if (found?.isFile() && !/\.test\.tsx?$/.test(path)) {
    hash.update(`${path}\0${found.size}\0`).update(readFileSync(join(root, path)));
  }
}
