/**
 * The address of a link that a descriptor brought, or null when it is not one that a browser should follow: only web pages and mail.
 * Parsed instead of matched, because browsers ignore tabs and line breaks inside a scheme.
 */
export function safeHref(url: string): string | null {
  try {
    const { protocol, href } = new URL(url);
    return ["https:", "http:", "mailto:"].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
