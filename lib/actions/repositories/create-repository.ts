import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { repositoriesPath, repositoryPath } from "#lib/actions/repositories/repository-path.ts";
import { GitError, runGit } from "#lib/actions/repositories/run-git.ts";
import { AppError } from "#lib/kernel/errors.ts";

const branch = "main";

type Owner = { orgId: string; name: string; runId: string };

/**
 * Makes an empty bare repository that belongs to a run. It is built beside its place and moved there in one step, so that it is either
 * whole or not there; a repeated call finds the run's own and leaves it.
 */
export async function createRepository({ orgId, name, runId }: Owner): Promise<{ path: string; isNew: boolean }> {
  const path = repositoryPath(orgId, name);
  const parent = repositoriesPath(orgId);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await removeDrafts(parent, runId);
  if (existsSync(path)) return { path: await ownPath({ orgId, name, runId }), isNew: false };
  const draft = join(parent, `.draft-${runId}-${randomBytes(4).toString("hex")}`);
  try {
    await runGit(["init", "--quiet", "--bare", `--initial-branch=${branch}`, "--template=", "--", draft], {
      cwd: parent,
    });
    await runGit(["config", "causeway.run", runId], { cwd: draft });
    await runGit(["config", "core.hooksPath", "/dev/null"], { cwd: draft });
    await rename(draft, path);
    return { path, isNew: true };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Somebody else's move came first; when it was this run's other attempt, that is just as well.
    if (existsSync(path)) return { path: await ownPath({ orgId, name, runId }), isNew: false };
    throw error;
  }
}

/** The commit that a repository's main branch points to, or null when it has none yet. */
export async function headCommit(path: string): Promise<string | null> {
  try {
    return (await runGit(["rev-parse", "--verify", "--quiet", `refs/heads/${branch}`], { cwd: path })).trim();
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** Takes away a run's repository while nothing was pushed to it, so that its name is free again. */
export async function removeEmptyRepository(owner: Owner): Promise<void> {
  const path = repositoryPath(owner.orgId, owner.name);
  if (!existsSync(path) || (await runOf(path)) !== owner.runId || (await headCommit(path)) !== null) return;
  await rm(path, { recursive: true, force: true });
}

async function ownPath({ orgId, name, runId }: Owner): Promise<string> {
  const path = repositoryPath(orgId, name);
  if ((await runOf(path)) !== runId)
    throw new AppError(
      "conflict",
      `There is a repository ${name} already, and this run did not make it; start again with another name.`,
    );
  return path;
}

async function runOf(path: string): Promise<string | null> {
  return runGit(["config", "--local", "--get", "causeway.run"], { cwd: path }).then(
    (text) => text.trim(),
    () => null,
  );
}

/** What a killed attempt of this run left half built. */
async function removeDrafts(parent: string, runId: string): Promise<void> {
  const left = (await readdir(parent)).filter((entry) => entry.startsWith(`.draft-${runId}-`));
  await Promise.all(left.map((entry) => rm(join(parent, entry), { recursive: true, force: true })));
}
