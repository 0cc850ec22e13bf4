import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProjectFile } from "./project-file.ts";

const directories = ["app", "bench", "bin", "components", "db", "e2e", "lib"];
// Templates become somebody else's repository, and fixtures are what tests feed in: neither is this project's code.
const foreign = /\/(skeleton|fixtures)\//;
const readable = /\.(ts|tsx|mts|mjs|js|css|sql|md)$/;

/** Every file that the conventions look at. */
export function readProject(root: string): ProjectFile[] {
  const files = directories.flatMap((directory) => walk(root, directory));
  for (const entry of list(root))
    if (entry.isFile() && /^[\w.]+\.(ts|js|mjs)$/.test(entry.name)) files.push(entry.name);
  return files
    .filter((path) => readable.test(path) && !foreign.test(path) && path !== "next-env.d.ts")
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function walk(root: string, directory: string): string[] {
  return list(join(root, directory)).flatMap((entry) => {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, path);
    return entry.isFile() ? [path] : [];
  });
}

function list(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}
