import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { dataDirectory } from "#lib/actions/repositories/repository-path.ts";

const leftoverAgeMs = 10 * 60_000;

/** Gives `work` an empty folder that only this process's user can read, and takes it away afterwards however `work` ends. */
export async function withWorkspace<T>(
  run: { id: string; attempt: number },
  work: (path: string) => Promise<T>,
): Promise<T> {
  const parent = join(dataDirectory(), "workspaces");
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeLeftovers(parent, run);
  const path = join(parent, `${run.id}-${run.attempt}`);
  await mkdir(path, { mode: 0o700 });
  try {
    return await work(path);
  } finally {
    await rm(path, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What killed attempts left: those of this run at once, others when no attempt can be that old. */
async function removeLeftovers(parent: string, run: { id: string; attempt: number }): Promise<void> {
  for (const entry of await readdir(parent)) {
    const path = join(parent, entry);
    const isEarlierAttempt = entry.startsWith(`${run.id}-`) && Number(entry.slice(run.id.length + 1)) < run.attempt;
    const stats = isEarlierAttempt ? null : await stat(path).catch(() => null);
    if (isEarlierAttempt || (stats !== null && Date.now() - stats.mtimeMs > leftoverAgeMs))
      await rm(path, { recursive: true, force: true });
  }
}
