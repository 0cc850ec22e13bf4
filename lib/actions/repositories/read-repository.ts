import { existsSync } from "node:fs";
import { headCommit } from "#lib/actions/repositories/create-repository.ts";
import { runGit } from "#lib/actions/repositories/run-git.ts";
import type { Repository } from "#lib/actions/repositories/schema.ts";

const maxFiles = 500;
const maxReadmeCharacters = 20_000;

type Contents = Pick<Repository, "files" | "commits" | "readme" | "headCommit">;

/** What the main branch of a bare repository holds now. */
export async function readRepository(path: string): Promise<Contents> {
  const head = existsSync(path) ? await headCommit(path) : null;
  if (head === null) return { files: [], commits: [], readme: null, headCommit: null };
  const [tree, history] = await Promise.all([
    runGit(["ls-tree", "-r", "-z", "--long", "--full-tree", head], { cwd: path }),
    runGit(["log", "-z", "--max-count=20", "--format=%H%x1f%s%x1f%an%x1f%aI", head, "--"], { cwd: path }),
  ]);
  // "100644 blob <id> <size>\t<path>"
  const files = parts(tree).flatMap((entry) => {
    const tab = entry.indexOf("\t");
    const [, kind, , size] = entry.slice(0, tab).split(/ +/);
    return kind === "blob" ? [{ path: entry.slice(tab + 1), sizeBytes: Number(size) }] : [];
  });
  const commits = parts(history).map((entry) => {
    const [id = "", subject = "", authorName = "", at = ""] = entry.split("\x1f");
    return { id, subject, authorName, at: new Date(at).toISOString() };
  });
  const readmePath = files.find((file) => /^readme(\.md|\.txt)?$/i.test(file.path))?.path;
  const readme =
    readmePath === undefined
      ? null
      : {
          path: readmePath,
          text: (await runGit(["cat-file", "blob", `${head}:${readmePath}`], { cwd: path })).slice(
            0,
            maxReadmeCharacters,
          ),
        };
  return { files: files.slice(0, maxFiles), commits, readme, headCommit: head };
}

function parts(text: string): string[] {
  return text.split("\0").filter((part) => part !== "");
}
