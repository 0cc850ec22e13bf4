import { constants } from "node:fs";
import { mkdir, open, realpath } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { checkFiles, type RenderedFile } from "#lib/actions/templates/check-files.ts";
import { AppError } from "#lib/kernel/errors.ts";

/** Writes files beneath `root`, which nobody else may write to. Only new plain files are made, and links are never followed. */
export async function writeFiles(root: string, files: RenderedFile[]): Promise<void> {
  checkFiles(files);
  const base = await realpath(root);
  for (const file of files) {
    const path = join(base, file.path);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    // Checked after it was made: a link on the way would lead out of the root.
    const real = await realpath(folder);
    if (real !== folder || !(real === base || real.startsWith(base + sep))) {
      throw new AppError("invalid", `${JSON.stringify(file.path)} would be written outside of its folder.`);
    }
    const handle = await open(
      path,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
      0o644,
    );
    try {
      await handle.writeFile(file.content, "utf8");
    } finally {
      await handle.close();
    }
  }
}
