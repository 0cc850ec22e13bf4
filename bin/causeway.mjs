#!/usr/bin/env node
// What every package.json script calls: `node bin/causeway.mjs <command> [arguments]`.
// Plain JavaScript without dependencies, because it runs before anything is installed and on any Node from 20.9.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chooseNode } from "./launcher/choose-node.mjs";
import { installPackages } from "./launcher/install-packages.mjs";
import { runInForeground } from "./launcher/run-in-foreground.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../..");

const commands = {
  start: "install, build, and run everything",
  dev: "the same with hot reload instead of a build",
  test: "every check, test and browser journey",
  "test:long": "the same at full size",
  "test:planted": "takes guards away one by one; their tests must notice",
  check: "format, types, boundaries, conventions, dead code",
  e2e: "browser journeys only",
  bench: "measurements, for example: npm run bench -- queries",
  seed: "sample data: npm run seed -- list | <scenario>",
  backup: "write a backup: npm run backup -- [directory]",
  restore: "read one back: npm run restore -- <directory>",
  "rotate-keys": "a new key for stored secrets",
  "verify-audit": "check the audit log: npm run verify-audit -- [--org <slug>] [--anchors <file>] [--file <export>]",
  nuke: "stop and delete all local data",
};

const programs = { "test:long": ["test", "--long"], "test:planted": ["planted"] };

const [command = "", ...parameters] = process.argv.slice(2);

if (!Object.hasOwn(commands, command)) {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, purpose]) => `  ${name.padEnd(width)}  ${purpose}`);
  process.stderr.write(`Usage: node bin/causeway.mjs <command>\n\n${lines.join("\n")}\n`);
  process.exit(command === "" || command === "help" || command === "--help" ? 0 : 2);
}

try {
  // npm changes into the project; a path among the parameters means the directory that the person is in.
  const invokedFrom = (process.env.npm_lifecycle_event && process.env.INIT_CWD) || process.cwd();
  await installPackages(root);
  const [file, ...options] = programs[command] ?? [command];
  process.exitCode = await runInForeground(
    await chooseNode(root),
    // Node 22 warns that running TypeScript is experimental; that is of no use to the reader.
    ["--disable-warning=ExperimentalWarning", `bin/${file}.ts`, ...options, ...parameters],
    { cwd: root, env: { ...process.env, INIT_CWD: invokedFrom } },
  );
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
