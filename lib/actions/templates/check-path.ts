const maxPathLength = 1000;
const maxSegmentBytes = 255;
// Names that some file system takes for something else than a plain file of that name.
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/i;
// Characters that are invisible or turn text around, so that a path is not what it looks like.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u;
const reserved = /[<>:"|?*\\]/;

/**
 * Whether a path of a rendered file is safe to write beneath a root and to commit: relative, plain, the same on every file system, and
 * not git's own. @returns what is wrong with it, or null
 */
export function checkPath(path: string): string | null {
  if (path === "") return "is empty";
  if (path.length > maxPathLength) return `is longer than ${maxPathLength} characters`;
  if (hidden.test(path)) return "has an invisible or control character";
  if (reserved.test(path)) return "has a character that not every file system can store";
  if (path.normalize("NFC") !== path) return "is not in the normal form of Unicode";
  for (const segment of path.split("/")) {
    if (segment === "" || segment === "." || segment === "..") return "leaves or repeats a folder";
    if (Buffer.byteLength(segment) > maxSegmentBytes) return `has a name longer than ${maxSegmentBytes} bytes`;
    if (/[. ]$/.test(segment) || segment.startsWith(" "))
      return "has a name that begins or ends with a blank or ends with a full stop";
    if (deviceName.test(segment)) return "has a name that stands for a device";
    if (segment.includes("%")) return "has an encoded character";
    // Short names and ligatures that some file systems fold into ".git".
    if (/^(?:\.git|git~\d+)$/i.test(segment.normalize("NFKC"))) return "reaches into git's own folder";
  }
  return null;
}

/** What two different paths have in common on a file system that ignores case and form. */
export function foldPath(path: string): string {
  return path.normalize("NFKC").toLowerCase();
}
