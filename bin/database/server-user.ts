import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { Refusal } from "../refusal.ts";

/**
 * The user that the database server runs as when Causeway itself runs as root, which PostgreSQL refuses to do. Null: as ourselves.
 */
export type ServerUser = { uid: number; gid: number; name: string } | null;

/** Picks the server's user: the owner of an existing cluster, else `postgres` or `nobody`. */
export async function chooseServerUser(cluster: string): Promise<ServerUser> {
  if (process.platform === "win32" || process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  for (const name of ["postgres", "nobody"]) {
    const uid = await idOf("-u", name);
    const gid = await idOf("-g", name);
    if (uid === null || gid === null) continue;
    const user = { uid, gid, name };
    if (await canRun("/bin/sh", ["-c", "true"], user)) return user;
  }
  throw new Refusal(
    "PostgreSQL does not run as root and no other user can be used here; start Causeway as an ordinary user, or set DATABASE_URL.",
  );
}

/** Spawn options that make a child run as the server's user. The working directory must be one that this user can enter. */
export function asServerUser(user: ServerUser): { cwd: string; uid?: number; gid?: number } {
  return user === null ? { cwd: "/" } : { cwd: "/", uid: user.uid, gid: user.gid };
}

/** Whether a program can be run by that user, which also proves that the way to it is open. */
export async function canRun(program: string, parameters: string[], user: ServerUser): Promise<boolean> {
  return (await ask(program, parameters, user)).code === 0;
}

/** Whether that user can pass through a directory. */
export async function canEnter(directory: string, user: ServerUser): Promise<boolean> {
  return user === null || canRun("/bin/sh", ["-c", 'cd "$0"', directory], user);
}

/** What a short program answers. In a session of its own: a Ctrl-C at this moment must not look like a refusal. */
export function ask(
  program: string,
  parameters: string[],
  user: ServerUser,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      ...asServerUser(user),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

async function idOf(option: "-u" | "-g", name: string): Promise<number | null> {
  const { code, output } = await ask("id", [option, name], null);
  const id = Number.parseInt(output, 10);
  return code === 0 && id > 0 ? id : null;
}
