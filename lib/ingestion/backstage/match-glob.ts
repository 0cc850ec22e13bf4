/**
 * Whether a path matches a pattern with `*` (within a folder), `?` (one character) and `**` (any folders). Written by hand because it has
 * to be quick on hostile patterns: segments are matched with one step back at most, never recursively.
 */
export function matchGlob(pattern: string, path: string): boolean {
  return matchSequence(
    pattern.split("/"),
    path.split("/"),
    (part) => part === "**",
    (part, segment) => {
      return matchSequence(
        [...part],
        [...segment],
        (mark) => mark === "*",
        (mark, character) => mark === "?" || mark === character,
      );
    },
  );
}

/** Whether a target is a pattern rather than a path. */
export function isGlob(target: string): boolean {
  return /[*?]/.test(target);
}

/** Greedy wildcard matching: on a mismatch the latest wildcard takes one item more. */
function matchSequence(
  pattern: string[],
  items: string[],
  isWildcard: (part: string) => boolean,
  matchOne: (part: string, item: string) => boolean,
): boolean {
  let at = 0;
  let wildcardAt = -1;
  let resumeAt = 0;
  for (let index = 0; index < items.length; ) {
    const part = pattern[at];
    const item = items[index] ?? "";
    if (part !== undefined && isWildcard(part)) {
      wildcardAt = at++;
      resumeAt = index;
    } else if (part !== undefined && matchOne(part, item)) {
      at++;
      index++;
    } else if (wildcardAt >= 0) {
      at = wildcardAt + 1;
      index = ++resumeAt;
    } else return false;
  }
  return pattern.slice(at).every(isWildcard);
}
