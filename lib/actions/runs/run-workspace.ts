import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { dataDirectory } from "#lib/actions/repositories/repository-path.ts";

const leftoverAgeMs = 10 * 60_000;

/** Gives `work` an empty folder that only this process's user can read, and takes it away afterwards however `work` ends. */
export async function withWorkspace<T>(
  run: { id: string; attempt: number },
  work: (path: string) => Promise<T>,
): Promise<T> {
  const parent = workspacesPath();
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeEarlierAttempts(parent, run);
  const path = join(parent, `${run.id}-${run.attempt}`);
  await mkdir(path, { mode: 0o700 });
  try {
    return await work(path);
  } finally {
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Takes away what killed workers left, when no attempt can be that old. The worker calls it now and then. */
export async function removeOldWorkspaces(olderThanMs: number = leftoverAgeMs): Promise<void> {
  const parent = workspacesPath();
  for (const entry of await readdir(parent).catch(() => [])) {
    const stats = await stat(join(parent, entry)).catch(() => null);
    if (stats !== null && Date.now() - stats.mtimeMs > olderThanMs) await remove(join(parent, entry));
  }
}

async function removeEarlierAttempts(parent: string, run: { id: string; attempt: number }): Promise<void> {
  for (const entry of await readdir(parent)) {
    const attempt = entry.startsWith(`${run.id}-`) ? Number(entry.slice(run.id.length + 1)) : Number.NaN;
    if (attempt < run.attempt) await remove(join(parent, entry));
  }
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 });
}

function workspacesPath(): string {
  return join(dataDirectory(), "workspaces");
}
