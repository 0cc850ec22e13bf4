import { posix } from "node:path";
import { tooLarge } from "#lib/ingestion/trees/decode-file.ts";
import { type FileTree, maxFileBytes } from "#lib/ingestion/trees/file-tree.ts";

/** A tree of pasted or uploaded files. A path that leaves the tree is put at its root; of two files with one path the first counts. */
export function holdFiles(files: readonly { path: string; content: string }[]): FileTree {
  const textOfPath = new Map<string, string>();
  for (const { path, content } of files) {
    const clean = posix.normalize(`/${path.replaceAll("\\", "/")}`).slice(1);
    if (!textOfPath.has(clean)) textOfPath.set(clean, content);
  }
  const paths = [...textOfPath.keys()].sort();
  return {
    repositoryUrl: null,
    list: async () => paths,
    async read(path) {
      const text = textOfPath.get(path);
      if (text === undefined) return { problem: "does not exist" };
      const sizeBytes = Buffer.byteLength(text);
      return sizeBytes > maxFileBytes ? { problem: tooLarge(sizeBytes) } : { text };
    },
  };
}
