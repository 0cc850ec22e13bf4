import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const readJson = (path: string) => JSON.parse(readFileSync(join(root, ".next", path), "utf8")) as unknown;

export type BuiltMutation = { id: string; door: string; page: string };

/** The server actions that the build can be asked to run, each with a page that knows it. */
export function builtMutations(): BuiltMutation[] {
  const { node } = readJson("server/server-reference-manifest.json") as {
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
  };
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    door: `${filename} ${exportedName}`,
    page: (Object.keys(workers)[0] ?? "")
      .replace(/^app/, "")
      .replace(/\/page$/, "")
      .replace(/\/\([^/]+\)/g, ""),
  }));
}

/** The mutations that are written in the sources: what the build knows has to be the same. */
export function writtenMutations(): string[] {
  return readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith("mutations.ts"))
    .flatMap((name) =>
      [...readFileSync(join(root, "app", name), "utf8").matchAll(/^export async function (\w+)/gm)].map(
        (match) => `app/${name} ${match[1]}`,
      ),
    );
}

/** The addresses of the pages and route handlers that were built. */
export function builtPages(): string[] {
  return Object.values(readJson("app-path-routes-manifest.json") as Record<string, string>);
}
