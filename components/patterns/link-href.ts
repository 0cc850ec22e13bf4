import { safeHref } from "#components/catalog/safe-href.ts";

const here = "https://here.invalid";

/** The address of a link in written text: as `safeHref`, and also a place of this portal, such as `/acme/catalog` or `#setup`. */
export function linkHref(url: string): string | null {
  const absolute = safeHref(url);
  if (absolute !== null) return absolute;
  // Browsers read "\" as "/" and drop tabs and line breaks: what they would change is refused, not guessed.
  if (!/^(\/(?!\/)|#|\.{1,2}\/)/.test(url) || /[\\\p{Cc}]/u.test(url)) return null;
  return URL.canParse(url, here) && new URL(url, here).origin === here ? url : null;
}
