import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "causeway-git-";
/** Many times what a clone may take: whoever made an older one was killed. */
const abandonedAfterMs = 60 * 60 * 1_000;

/** A new directory for one clone. What killed processes left behind is removed first, whichever of them it was. */
export async function makeCloneDirectory(now = Date.now()): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    const made = await stat(path).catch(() => null);
    // Somebody else may be removing it, or it belongs to another user of this machine.
    if (made !== null && now - made.mtimeMs > abandonedAfterMs)
      await rm(path, { recursive: true, force: true }).catch(() => {});
  }
  return mkdtemp(join(tmpdir(), prefix));
}
