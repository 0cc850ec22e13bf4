/** Whether an address to go to after signing in stays on our own origin. */
export function isOwnPath(url: string, baseUrl: string): boolean {
  try {
    const [target, own] = [new URL(url, baseUrl), new URL(baseUrl)];
    // A blob: address has the origin of the page that made it, and is no place to go to.
    return !/[\\\t\n\r]/.test(url) && target.protocol === own.protocol && target.origin === own.origin;
  } catch {
    return false;
  }
}

/** The path to go on with after signing in: what was asked for when it is one of ours, else the first page. */
export function nextPath(asked: string | undefined, baseUrl: string): string {
  return asked?.startsWith("/") === true && asked.length <= 2_000 && isOwnPath(asked, baseUrl) ? asked : "/";
}
