import { checkPath, foldPath } from "#lib/actions/templates/check-path.ts";
import { AppError } from "#lib/kernel/errors.ts";

/** A file of a rendered template. `isPolicy`: it comes from the policy pack and not from the template. */
export type RenderedFile = { path: string; content: string; isPolicy: boolean };

const maxFiles = 1_000;
const maxBytes = 5_000_000;

/** Refuses a set of files that could not be written or committed as it is: unsafe paths, two files in one place, a file as a folder, too much. */
export function checkFiles(files: RenderedFile[]): void {
  if (files.length > maxFiles)
    throw new AppError("invalid", `The template makes ${files.length} files; at most ${maxFiles} are allowed.`);
  if (files.reduce((sum, file) => sum + Buffer.byteLength(file.content), 0) > maxBytes) {
    throw new AppError("invalid", "The template makes more than 5 MB of files.");
  }
  const taken = new Map<string, string>();
  for (const { path } of files) {
    const problem = checkPath(path);
    if (problem !== null)
      throw new AppError(
        "invalid",
        `The template would write ${JSON.stringify(path)}, which ${problem}; correct the template.`,
      );
    const other = taken.get(foldPath(path));
    if (other !== undefined)
      throw new AppError(
        "invalid",
        `The template would write both ${JSON.stringify(other)} and ${JSON.stringify(path)} to one place; correct the template.`,
      );
    taken.set(foldPath(path), path);
  }
  for (const { path } of files) {
    for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
      if (taken.has(foldPath(path.slice(0, end)))) {
        throw new AppError(
          "invalid",
          `The template would write ${JSON.stringify(path.slice(0, end))} as a file and as a folder; correct the template.`,
        );
      }
    }
  }
}
