/** Joins class names and leaves out what is false, so that conditions read in one line. */
export function classNames(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}
