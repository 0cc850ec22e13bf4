import { subscribe } from "node:diagnostics_channel";

/**
 * The address with every part of its path that no reader can decode taken letter by letter: `%ff`, which is no UTF-8, becomes `%25ff`.
 * The framework would answer such an address with a bare 500 before any code of ours; so it is simply one where nothing is.
 */
export function readableAddress(address: string): string {
  const end = address.search(/[?#]/);
  const path = end === -1 ? address : address.slice(0, end);
  const mended = path
    .split("/")
    .map((part) => (isReadable(part) ? part : part.replaceAll("%", "%25")))
    .join("/");
  return mended + (end === -1 ? "" : address.slice(end));
}

function isReadable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** Methods that a `Request` cannot be made with. Under another name they meet the answer for methods that are not used here. */
const unreadableMethods = new Set(["TRACE", "TRACK"]);

/** Has requests that the framework cannot read become ones that it can, before it sees them. */
export function keepRequestsReadable(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: { url: string; method: string } };
    if (request.url.includes("%")) request.url = readableAddress(request.url);
    if (unreadableMethods.has(request.method)) request.method = `X-${request.method}`;
  });
}
