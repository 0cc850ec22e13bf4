import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommand } from "./command.ts";
import { openTemporaryDatabase } from "./database/temporary.ts";
import { childEnvironment } from "./environment.ts";
import { programPath } from "./package-programs.ts";
import { type PlantedBreak, plantedBreaks } from "./planted-breaks.ts";
import { plantedInDerived } from "./planted-in-derived.ts";
import { plantedInQueries } from "./planted-in-queries.ts";
import { root } from "./root.ts";
import { runNode } from "./run-child.ts";
import { onStop, stopOnSignals } from "./shutdown.ts";
import { dim, green, red, say } from "./steps.mjs";

/** Takes one guard away at a time and sees that its test notices: a test that cannot fail proves nothing. */
await runCommand(async () => {
  stopOnSignals({ exitCode: 130, announce: false });
  const wanted = process.argv.slice(2).join(" ").toLowerCase();
  const breaks = [...plantedBreaks, ...plantedInQueries, ...plantedInDerived].filter(({ name }) =>
    name.toLowerCase().includes(wanted),
  );
  const database = await openTemporaryDatabase({ isDurable: false });
  const copy = mkdtempSync(join(tmpdir(), "causeway-planted-"));
  onStop("the copy", async () => rmSync(copy, { recursive: true, force: true }));
  copySources(copy);
  const runTests = async (tests: string[]) => {
    const { code } = await runNode([programPath("vitest", "vitest"), "run", "--root", copy, ...tests], {
      directory: copy,
      environment: childEnvironment({
        NODE_ENV: "test",
        TEST_DATABASE_URL: database.ownerUrl,
        TEST_SECRET: database.secret,
      }),
      output: "collect",
    });
    return code;
  };
  // Without a break everything passes: what fails afterwards fails because of the break.
  const tests = [...new Set(breaks.map(({ test }) => test))];
  const isSound = (await runTests(tests)) === 0;
  say(
    isSound ? `  ${green("PASS")}  ${tests.length} files, nothing taken away` : `  ${red("FAIL")}  without any break`,
  );
  let found = 0;
  for (const planted of breaks) {
    const outcome = await plant(copy, planted, () => runTests([planted.test]));
    if (outcome === "found" && isSound) found++;
    say(`  ${outcome === "found" ? green("FOUND") : red("MISSED")}  ${planted.name}  ${dim(outcome)}`);
  }
  await database.close();
  say(JSON.stringify({ planted: breaks.length, found }));
  return found === breaks.length && breaks.length > 0 ? 0 : 1;
});

async function plant(
  copy: string,
  { file, find, replace }: PlantedBreak,
  runTest: () => Promise<number>,
): Promise<string> {
  const path = join(copy, file);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const count = text.split(find).length - 1;
  if (count !== 1) return `its place stands ${count} times in ${file}`;
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  try {
    return (await runTest()) === 0 ? "its test passed all the same" : "found";
  } finally {
    writeFileSync(path, text);
  }
}

function copySources(copy: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const path of listed.toString("utf8").split("\0")) {
    if (path === "" || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
}
