import type { GitOutcome } from "#lib/ingestion/git/run-git.ts";

export type Blob = { id: string; sizeBytes: number };

/** Regular files of `git ls-tree -r -l -z`, by path. Symbolic links and submodules are counted, never followed. */
export function listBlobs(outcome: GitOutcome): { blobs: Map<string, Blob>; irregularPaths: Set<string> } {
  const blobs = new Map<string, Blob>();
  const irregularPaths = new Set<string>();
  for (const record of outcome.output.toString("utf8").split("\0")) {
    const match = /^(\d{6}) (\w+) ([0-9a-f]{40,64}) +(\d+|-)\t(.+)$/s.exec(record);
    if (match === null) continue;
    const [, mode = "", , id = "", size = "", path = ""] = match;
    if (mode === "100644" || mode === "100755") blobs.set(path, { id, sizeBytes: Number(size) });
    else irregularPaths.add(path);
  }
  return { blobs, irregularPaths };
}
