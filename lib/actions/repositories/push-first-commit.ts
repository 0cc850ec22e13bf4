import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { headCommit } from "#lib/actions/repositories/create-repository.ts";
import { GitError, runGit } from "#lib/actions/repositories/run-git.ts";

const tries = 6;
const staleLockMs = 1_000;

export type FirstCommit = { message: string; authorName: string; at: Date };

/**
 * Commits everything in `workspace` and pushes it to the bare repository at `path`. The commit has no moment of its own: made again
 * from the same files it is the same commit, and pushing it again changes nothing. A repository that has its commit is left alone.
 */
export async function pushFirstCommit(
  workspace: string,
  path: string,
  commit: FirstCommit,
): Promise<{ commit: string; isNew: boolean }> {
  const existing = await headCommit(path);
  if (existing !== null) return { commit: existing, isNew: false };
  const at = `@${Math.floor(commit.at.getTime() / 1000)} +0000`;
  const environment = {
    GIT_AUTHOR_NAME: plainName(commit.authorName),
    GIT_AUTHOR_EMAIL: "people@causeway.invalid",
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: "Causeway",
    GIT_COMMITTER_EMAIL: "actions@causeway.invalid",
    GIT_COMMITTER_DATE: at,
  };
  await runGit(["init", "--quiet", "--initial-branch=main", "--template="], { cwd: workspace });
  // Forced: what the template's own .gitignore names was put there on purpose.
  await runGit(["add", "--all", "--force", "--", "."], { cwd: workspace });
  await runGit(["commit", "--quiet", "--no-verify", "--cleanup=whitespace", `--message=${commit.message}`], {
    cwd: workspace,
    environment,
  });
  const made = (await runGit(["rev-parse", "HEAD"], { cwd: workspace })).trim();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runGit(["push", "--quiet", path, "HEAD:refs/heads/main"], { cwd: workspace });
      return { commit: made, isNew: true };
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      // A push of an attempt whose worker was killed may still be under way, or have been killed too and left its lock.
      const head = await headCommit(path);
      if (head !== null) return { commit: head, isNew: false };
      if (attempt === tries) throw error;
      await removeStaleLock(join(path, "refs/heads/main.lock"));
      await sleep(100 * attempt);
    }
  }
}

async function removeStaleLock(path: string): Promise<void> {
  const stats = await stat(path).catch(() => null);
  if (stats !== null && Date.now() - stats.mtimeMs > staleLockMs) await rm(path, { force: true });
}

// git leaves angle brackets and line breaks out of a name and refuses one of which nothing is left.
function plainName(name: string): string {
  const plain = name.replace(/[\p{Cc}<>]/gu, " ").trim();
  return /[\p{L}\p{N}]/u.test(plain) ? plain : "Causeway";
}
