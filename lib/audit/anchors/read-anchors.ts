import { readFile } from "node:fs/promises";
import { type Anchor, parseAnchor } from "#lib/audit/anchors/anchor.ts";

/** The anchors of a file in the order in which they were written, and the numbers of lines that this installation did not sign. */
export async function readAnchors(
  path: string,
  secret: string,
): Promise<{ anchors: Anchor[]; foreignLines: number[] }> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const anchors: Anchor[] = [];
  const foreignLines: number[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const anchor = parseAnchor(line, secret);
    if (anchor === null) foreignLines.push(index + 1);
    else anchors.push(anchor);
  }
  return { anchors, foreignLines };
}

/** What is held against an organization's chain: its anchors since a backup was read back last. */
export function anchorsOf(anchors: Anchor[], orgId: string): Anchor[] {
  const own = anchors.filter((anchor) => anchor.orgId === orgId);
  return own.slice(
    Math.max(
      own.findLastIndex((anchor) => anchor.kind === "restore"),
      0,
    ),
  );
}
