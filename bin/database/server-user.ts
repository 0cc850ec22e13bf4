import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { Refusal } from "../refusal.ts";

/**
 * The user that the database server runs as when Causeway itself runs as root, which PostgreSQL refuses to do. Null: as ourselves.
 */
export type ServerUser = { uid: number; gid: number; name: string } | null;

/** Picks the server's user: the owner of an existing cluster, else `postgres` or `nobody`. */
export function chooseServerUser(cluster: string): ServerUser {
  if (process.platform === "win32" || process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid === null || gid === null) continue;
    const user = { uid, gid, name };
    if (canRun("/bin/sh", ["-c", "true"], user)) return user;
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
export function canRun(program: string, parameters: string[], user: ServerUser): boolean {
  return spawnSync(program, parameters, { ...asServerUser(user), stdio: "ignore" }).status === 0;
}

/** Whether that user can pass through a directory. */
export function canEnter(directory: string, user: ServerUser): boolean {
  return user === null || canRun("/bin/sh", ["-c", 'cd "$0"', directory], user);
}

function idOf(option: "-u" | "-g", name: string): number | null {
  const result = spawnSync("id", [option, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const id = Number.parseInt(result.stdout ?? "", 10);
  return result.status === 0 && id > 0 ? id : null;
}
