import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RenderedFile } from "#lib/actions/templates/check-files.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { projectRoot } from "#lib/kernel/project-root.ts";

const templatesPath = "lib/actions/templates";
const maxFileBytes = 1_000_000;

/** The files of a template and of the policy pack that every new repository gets, before anything is filled in. */
export async function readTemplate(name: string): Promise<RenderedFile[]> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new AppError("invalid", `There is no template ${JSON.stringify(name)}.`);
  const [own, policy] = await Promise.all([readSkeleton(name, false), readSkeleton("policy-pack", true)]);
  return [...own, ...policy];
}

async function readSkeleton(name: string, isPolicy: boolean): Promise<RenderedFile[]> {
  const root = join(projectRoot(), templatesPath, name, "skeleton");
  const entries = await readdir(root, { recursive: true }).catch(() => {
    throw new AppError("invalid", `There is no template ${JSON.stringify(name)}.`);
  });
  const files: RenderedFile[] = [];
  for (const entry of entries.sort()) {
    const path = join(root, entry);
    // lstat: a link could lead anywhere, and is not a file of the template.
    const stats = await lstat(path);
    if (stats.isDirectory()) continue;
    if (!stats.isFile())
      throw new AppError(
        "invalid",
        `${JSON.stringify(entry)} of template ${name} is not a plain file; replace it by one.`,
      );
    if (stats.size > maxFileBytes)
      throw new AppError("too_large", `${JSON.stringify(entry)} of template ${name} is larger than 1 MB.`);
    files.push({ path: entry.replaceAll("\\", "/"), content: await readFile(path, "utf8"), isPolicy });
  }
  return files;
}
