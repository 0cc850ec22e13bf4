import { posix } from "node:path";

/** Where a target of a descriptor leads: a path in the tree, an address elsewhere, or nowhere (`problem`, a sentence without subject). */
export type ResolvedTarget = { path: string } | { elsewhere: URL } | { problem: string };

/**
 * Resolves the target of a Location or of a `$text` reference against the file that holds it. An address that means the same repository
 * becomes a path; everything else stays outside, because reading it is another import's matter.
 */
export function resolveTarget(target: string, fromFile: string, repositoryUrl: string | null): ResolvedTarget {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    const url = URL.canParse(target) ? new URL(target) : null;
    if (url === null || !/^https?:$/.test(url.protocol))
      return { problem: "is not an address that can be imported from; use a relative path or an https address" };
    const path = repositoryUrl === null ? null : pathInRepository(url, repositoryUrl);
    return path === null ? { elsewhere: url } : withinTree(path);
  }
  if (target.startsWith("/") || target.includes("\\"))
    return { problem: "is not a relative path with forward slashes; write it from the file that holds it" };
  return withinTree(posix.join(posix.dirname(fromFile), target));
}

function withinTree(path: string): ResolvedTarget {
  const clean = posix.normalize(path);
  if (clean === ".." || clean.startsWith("../"))
    return { problem: "leaves the folder or repository that is imported; import the other place by itself" };
  return { path: clean };
}

/** The path that an address names inside a repository, for the address forms of the common hosts: `…/blob/<ref>/<path>` and the like. */
function pathInRepository(url: URL, repositoryUrl: string): string | null {
  const repository = new URL(repositoryUrl);
  const prefix = `${repository.pathname.replace(/\.git$/, "").replace(/\/$/, "")}/`;
  if (url.host !== repository.host || !url.pathname.startsWith(prefix)) return null;
  const match = /^(?:-\/)?(?:blob|tree|raw|src\/branch|src|edit)\/[^/]+\/(.+)$/.exec(url.pathname.slice(prefix.length));
  if (match?.[1] === undefined) return null;
  try {
    return decodeURIComponent(match[1]);
  } catch {
    return null;
  }
}
