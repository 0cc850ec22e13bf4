import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Refusal } from "../refusal.ts";
import type { Manifest } from "./manifest.ts";

type RepositoryFile = Manifest["repositoryFiles"][number];

/**
 * Copies git repositories that may be written to at the same time. References first: whatever they name exists by the time that
 * objects are copied, since git writes an object before the reference to it.
 */
export function copyRepositories(from: string, to: string): RepositoryFile[] {
  const paths = existsSync(from) ? listFiles(from) : [];
  const ordered = [...paths.filter((path) => !isObject(path)), ...paths.filter(isObject)];
  // Objects that arrived after the first look belong to what was copied meanwhile.
  const late = existsSync(from) ? listFiles(from).filter((path) => isObject(path) && !ordered.includes(path)) : [];
  return [...ordered, ...late].flatMap((path) => {
    if (path.endsWith(".lock")) return [];
    try {
      const content = readFileSync(join(from, path));
      const mode = statSync(join(from, path)).mode & 0o777;
      writeInto(join(to, path), content, mode);
      return [{ path: path.split(sep).join("/"), sha256: sha256Of(content), mode }];
    } catch (error) {
      // Git repacks and removes files while we look.
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw error;
    }
  });
}

/** Puts the files of a backup into an empty directory, each checked. */
export function restoreRepositories(files: RepositoryFile[], from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const { path, sha256, mode } of files) {
    if (path.startsWith("/") || path.split("/").includes(".."))
      throw new Refusal(`The backup names a file outside of itself (${path}); use another backup.`);
    const content = readFileSync(join(from, path));
    if (sha256Of(content) !== sha256)
      throw new Refusal(`${join(from, path)} is damaged: its checksum differs; use another backup.`);
    writeInto(join(to, path), content, mode);
  }
}

function isObject(path: string): boolean {
  return path.split(sep).includes("objects");
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .sort();
}

function writeInto(path: string, content: Buffer, mode: number): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content);
  chmodSync(path, mode);
}

function sha256Of(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
