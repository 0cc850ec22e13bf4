import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** The JavaScript file behind a package's command, so that it runs with our Node and without a shell on every platform. */
export function programPath(packageName: string, command: string): string {
  const directory = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const file = typeof bin === "string" ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(directory, file);
}
