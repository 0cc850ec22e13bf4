import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { BlobReader } from "#lib/ingestion/git/blob-reader.ts";
import { explainFailure, invalidField, repositoryTooLarge } from "#lib/ingestion/git/explain-failure.ts";
import { listBlobs } from "#lib/ingestion/git/list-blobs.ts";
import { makeCloneDirectory } from "#lib/ingestion/git/make-clone-directory.ts";
import { gitEnvironment, runGit, safeSettings } from "#lib/ingestion/git/run-git.ts";
import { decodeFile, tooLarge } from "#lib/ingestion/trees/decode-file.ts";
import { type FileTree, maxFileBytes } from "#lib/ingestion/trees/file-tree.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { parseOutboundUrl } from "#lib/kernel/outbound/parse-outbound-url.ts";
import { type ResolvedHost, type ResolveOptions, resolveHost } from "#lib/kernel/outbound/resolve-host.ts";

export type ClonedRepository = {
  tree: FileTree;
  /** The commit, in full. */
  revision: string;
  /** Owner and name, for people. */
  name: string;
};

export type CloneRequest = { url: string; ref?: string | undefined };
export type CloneLimits = ResolveOptions & {
  /** The input field that an error about the branch or tag names. */
  refPath?: string;
  timeoutMs?: number;
  maxBytes?: number;
  maxFiles?: number;
};

const watchEveryMs = 200;
const oldestGit = [2, 37];

/**
 * Fetches the latest commit of a stranger's git repository and hands its files to `use`; afterwards nothing of it is left on this machine.
 * Only https (http inside networks that an operator opened), only to the addresses that were checked, without hooks, submodules, links,
 * filters or large-file downloads, within a time and a size.
 * @throws AppError saying what was refused or went wrong.
 */
export async function cloneRepository<T>(
  request: CloneRequest,
  limits: CloneLimits,
  use: (repository: ClonedRepository) => Promise<T>,
): Promise<T> {
  const { timeoutMs = 60_000, maxBytes = 100_000_000, maxFiles = 100_000, path = "url", refPath = "ref" } = limits;
  const url = parseOutboundUrl(request.url, { path });
  const ref = checkRef(request.ref, refPath);
  const host = await resolveHost(url, { ...limits, path });
  if (url.protocol === "http:" && !host.isPrivate)
    throw invalidField(path, "The address uses http, which anyone on the way can change; use https.");
  url.hash = "";
  const circumstances = { ref, hostname: host.hostname, path, refPath, maxBytes, timeoutMs };

  const home = await makeCloneDirectory();
  const environment = gitEnvironment(home, url.protocol.slice(0, -1));
  const stopper = new AbortController();
  const timer = setTimeout(() => stopper.abort("time"), timeoutMs);
  const repository = join(home, "repository");
  const watcher = setInterval(() => {
    void measure(repository).then((sizeBytes) => sizeBytes > maxBytes && stopper.abort("size"));
  }, watchEveryMs);
  let reader: BlobReader | undefined;
  try {
    await requireGit(environment, stopper.signal);
    const clone = await runGit(
      [
        ...safeSettings,
        ...pinTo(host),
        "clone",
        ...cloneFlags,
        ...(ref === null ? [] : [`--branch=${ref}`]),
        "--",
        url.href,
        repository,
      ],
      { environment, signal: stopper.signal },
    );
    if (clone.exitCode !== 0) throw explainFailure(clone, stopper.signal, circumstances);
    if ((await measure(repository)) > maxBytes) throw repositoryTooLarge(maxBytes);
    const inRepository = ["--git-dir", repository];
    const head = await runGit([...inRepository, "rev-parse", "--verify", "HEAD^{commit}"], {
      environment,
      signal: stopper.signal,
    });
    if (head.exitCode !== 0) throw invalidField(path, "The repository has no commit yet; push one and try again.");
    // A tiny repository can describe an endless tree: the listing is cut off, and only what is asked for is unpacked.
    const listing = await runGit([...inRepository, "ls-tree", "-r", "-l", "-z", "--full-tree", "HEAD"], {
      environment,
      signal: stopper.signal,
      maxOutputBytes: maxFiles * 200,
    });
    const { blobs, irregularPaths } = listBlobs(listing);
    if (listing.exitCode !== 0 && stopper.signal.aborted) throw explainFailure(listing, stopper.signal, circumstances);
    if (listing.exitCode !== 0 || blobs.size > maxFiles)
      throw new AppError("too_large", `The repository has more than ${maxFiles} files; import from a smaller one.`);
    const open = new BlobReader(repository, environment);
    reader = open;
    stopper.signal.addEventListener("abort", () => open.close(), { once: true });
    const tree: FileTree = {
      repositoryUrl: url.href,
      list: async () => [...blobs.keys()].sort(),
      async read(file) {
        const blob = blobs.get(file);
        if (blob === undefined)
          return {
            problem: irregularPaths.has(file)
              ? "is a symbolic link or a submodule, which are not followed"
              : "does not exist",
          };
        if (blob.sizeBytes > maxFileBytes) return { problem: tooLarge(blob.sizeBytes) };
        const bytes = await open.read(blob.id);
        if (stopper.signal.aborted) throw explainFailure(listing, stopper.signal, circumstances);
        return bytes === null ? { problem: "could not be read from the repository" } : decodeFile(bytes);
      },
    };
    return await use({ tree, revision: head.output.toString("utf8").trim(), name: nameOf(url) });
  } finally {
    clearTimeout(timer);
    clearInterval(watcher);
    reader?.close();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

const cloneFlags = [
  "--quiet",
  "--bare",
  "--template=",
  "--depth=1",
  "--no-tags",
  "--single-branch",
  "--no-recurse-submodules",
];

/** A branch or tag, or null for the repository's own choice. Never anything git could take for an option or a revision expression. */
function checkRef(ref: string | undefined, path: string): string | null {
  if (ref === undefined || ref.trim() === "") return null;
  const isUsable =
    /^[A-Za-z0-9_][A-Za-z0-9_./+-]{0,199}$/.test(ref) && !/\.\.|\/\/|\/\.|\.lock(?:\/|$)|[./]$/.test(ref);
  if (!isUsable)
    throw invalidField(path, "The branch or tag cannot be used; write its name, as in main or release/1.2.");
  return ref;
}

function pinTo(host: ResolvedHost): string[] {
  const addresses = host.addresses.map(({ address, family }) => (family === 6 ? `[${address}]` : address)).join(",");
  return ["-c", `http.curloptResolve=${host.hostname}:${host.port}:${addresses}`];
}

async function requireGit(environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const { output, exitCode } = await runGit(["--version"], { environment, signal });
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(output.toString("utf8"))?.slice(1) ?? []).map(Number);
  if (exitCode === 0 && (major > (oldestGit[0] ?? 0) || (major === oldestGit[0] && minor >= (oldestGit[1] ?? 0))))
    return;
  // An older git would ignore the setting that pins the connection to the checked address.
  throw new AppError(
    "unavailable",
    `Importing from git needs git ${oldestGit.join(".")} or newer on the server; an operator can install it.`,
  );
}

function nameOf(url: URL): string {
  return (
    url.pathname
      .replace(/\/+$/, "")
      .replace(/\.git$/, "")
      .split("/")
      .slice(-2)
      .filter((part) => part !== "")
      .join("/") || url.host
  );
}

/** Bytes in a folder, as far as it exists. A bare repository has few files: its packs. */
async function measure(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
